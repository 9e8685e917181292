package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.kernel.Actor;

/// What the database itself enforces, whatever the pages do.
@HouseTest
class RowSecurityTest {
    private static final String NOT_OURS = "('pg_catalog', 'information_schema', 'pg_toast')";
    private static final String WITHOUT =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not in %s
              and n.nspname not like 'pg_temp%%'
              and not (c.relrowsecurity and c.relforcerowsecurity)
            """
                    .formatted(NOT_OURS);
    private static final String POLICY_FREE =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and not exists (select from pg_policy where polrelid = c.oid)
            """;
    private static final String LAX_VIEWS =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and n.nspname not in %s
              and not coalesce(c.reloptions @> array['security_invoker=true'], false)
            """
                    .formatted(NOT_OURS);
    private static final String OPEN =
            """
            select distinct schemaname || '.' || tablename from pg_policies
            where cmd in ('SELECT', 'ALL') and qual = 'true'
            """;
    private static final String DEFINERS =
            """
            select n.nspname || '.' || p.proname
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in %s
            """
                    .formatted(NOT_OURS);
    /// Tables whose comment or whose trigger says so.
    private static final String APPEND_ONLY =
            """
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where (obj_description(c.oid, 'pg_class') like 'append-only%'
                or exists (
                    select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                    where t.tgrelid = c.oid and p.prosrc like '%is append-only%'))
            """;
    private static final String CHANGEABLE =
            APPEND_ONLY
                    + """
                      and (has_table_privilege('tongquan_app', c.oid, 'UPDATE')
                        or has_any_column_privilege('tongquan_app', c.oid, 'UPDATE')
                        or has_table_privilege('tongquan_app', c.oid, 'DELETE')
                        or has_table_privilege('tongquan_app', c.oid, 'TRUNCATE'))
                    """;

    @Autowired private ListableBeanFactory beans;
    @Autowired private JdbcClient app;

    @Test
    void everyTableIsUnderForcedRowSecurityOrOnTheReviewedList() throws Exception {
        var reviewed = reviewed("tables-without-rls.txt");
        var without = new TreeSet<>(owner(WITHOUT));
        var unreviewed = new TreeSet<>(without);
        unreviewed.removeIf(t -> reviewed.contains(t) || t.endsWith(".schema_history"));
        assertThat(unreviewed).as("tables that every actor could read").isEmpty();
        assertThat(without)
                .as("entries of the list that are no longer needed")
                .containsAll(reviewed);
        assertThat(owner(POLICY_FREE)).as("row security without any policy").isEmpty();
    }

    @Test
    void noViewAndNoFunctionReachesAroundTheActor() throws Exception {
        assertThat(owner(LAX_VIEWS)).as("views without security_invoker").isEmpty();
        assertThat(owner(DEFINERS))
                .as("functions with the owner's rights")
                .hasSameElementsAs(reviewed("owner-functions.txt"));
    }

    @Test
    void whatEverybodyMayReadIsOnTheReviewedList() throws Exception {
        assertThat(owner(OPEN)).hasSameElementsAs(reviewed("open-tables.txt"));
    }

    @Test
    void theApplicationsRoleReadsNoHistoryOfMigrations() {
        assertThat(
                        owner(
                                """
                                select n.nspname || '.' || c.relname
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relname = 'schema_history'
                                  and has_table_privilege('tongquan_app', c.oid, 'SELECT')
                                """))
                .isEmpty();
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotBypass() {
        assertThat(app.sql("select current_user").query(String.class).single())
                .isEqualTo("tongquan_app");
        assertThat(
                        app.sql(
                                        "select rolsuper or rolbypassrls or rolcreaterole or"
                                                + " rolcreatedb or rolreplication from pg_roles"
                                                + " where rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        app.sql(
                                        "select count(*) from pg_class where relowner = (select oid"
                                                + " from pg_roles where rolname = current_user)")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        app.sql("select pg_has_role(current_user, 'tongquan_owner', 'member')")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void appendOnlyTablesCanNeitherBeUpdatedNorEmptied() {
        assertThat(owner(APPEND_ONLY))
                .contains("identity.sign_in", "journal.entry", "journal.leaf", "compact.version");
        assertThat(owner(CHANGEABLE)).isEmpty();
    }

    @Test
    void withoutAnActorPlainSqlSeesNothingAndWritesNothing() {
        new ClockedDoors(beans).someone(BodiesForTests.OFFICE);
        for (var table :
                List.of(
                        "person",
                        "password",
                        "personal_number",
                        "membership",
                        "delegation",
                        "session",
                        "sign_in")) {
            assertThat(app.sql("select count(*) from identity." + table).query(Long.class).single())
                    .as(table)
                    .isZero();
        }
        assertThat(app.sql("update identity.person set disabled_at = null").update()).isZero();
        assertThat(app.sql("update identity.password set must_change = false").update()).isZero();
    }

    @Test
    void aClerkSeesTheOwnRowsAloneWhateverThePagesAsk() {
        var doors = new ClockedDoors(beans);
        var clerk = doors.someone(BodiesForTests.OFFICE);
        doors.someone(BodiesForTests.OFFICE);
        doors.signedIn(clerk);
        var actor = doors.acting(clerk, BodiesForTests.OFFICE);
        for (var column : List.of("person.id", "password.person", "membership.person")) {
            assertThat(doors.powered.read(actor, () -> people(column))).containsOnly(clerk.id());
        }
        assertThat(doors.powered.read(actor, () -> people("session.person")))
                .containsOnly(clerk.id());
        assertThat(doors.powered.read(actor, () -> people("sign_in.person")))
                .containsOnly(clerk.id());
        int changed =
                doors.powered.as(
                        actor,
                        () -> app.sql("update identity.membership set ended_at = null").update());
        assertThat(changed).isZero();
    }

    @Test
    void theSystemOfficerSeesNoPersonOfAnotherRegionByPlainSqlEither() {
        var doors = new ClockedDoors(beans);
        var here = doors.someone(BodiesForTests.SYSTEM);
        var there = doors.someoneOf(BodiesForTests.OTHER_REGION);
        var actor = doors.acting(here, BodiesForTests.SYSTEM);
        assertThat(doors.powered.read(actor, () -> people("person.id")))
                .contains(here.id())
                .doesNotContain(there.id());
    }

    /// 1,000 transactions of 25 people on two connections, some of which fail; between them plain
    /// statements without an actor.
    @Test
    void aThousandInterleavedTransactionsOnTwoConnectionsNeverLeak() throws Exception {
        var doors = new ClockedDoors(beans);
        var people = new ArrayList<Actor>();
        for (int i = 0; i < 25; i++) {
            people.add(doors.acting(doors.someone(BodiesForTests.OFFICE), BodiesForTests.OFFICE));
        }
        try (var pool = poolOfTwo();
                var threads = Executors.newFixedThreadPool(8)) {
            var acting = new Acting(pool, new JdbcTransactionManager(pool), Clock.systemUTC());
            var db = JdbcClient.create(pool);
            var random = new Random(20200603);
            var work = new ArrayList<Callable<String>>();
            for (int i = 0; i < 1_000; i++) {
                var actor = people.get(random.nextInt(people.size()));
                boolean fails = random.nextInt(5) == 0;
                boolean anonymous = random.nextInt(5) == 0;
                work.add(() -> seen(acting, db, actor, fails, anonymous));
            }
            for (var answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isEmpty();
            }
        }
    }

    private static String seen(
            Acting acting, JdbcClient db, Actor actor, boolean fails, boolean anonymous) {
        if (anonymous) {
            var rows = db.sql("select id::text from identity.person").query(String.class).list();
            return rows.isEmpty() ? "" : "without an actor: " + rows;
        }
        try {
            return acting.as(
                    actor,
                    () -> {
                        var rows =
                                db.sql("select id::text from identity.person")
                                        .query(String.class)
                                        .list();
                        if (!rows.equals(List.of(actor.person()))) {
                            return actor.person() + " sees " + rows;
                        }
                        if (fails) {
                            throw new IllegalStateException("as planned");
                        }
                        return "";
                    });
        } catch (IllegalStateException e) {
            return "as planned".equals(e.getMessage()) ? "" : e.toString();
        }
    }

    private static HikariDataSource poolOfTwo() {
        var app = TestHost.get().app();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(app.url());
        pool.setUsername(app.user());
        pool.setPassword(app.password());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private Set<UUID> people(String column) {
        var table = column.substring(0, column.indexOf('.'));
        return Set.copyOf(
                app.sql("select distinct %s from identity.%s".formatted(column, table))
                        .query(UUID.class)
                        .list());
    }

    private static List<String> owner(String sql) {
        try (Connection connection = TestHost.owner().dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> reviewed(String list) throws Exception {
        try (var in = RowSecurityTest.class.getResourceAsStream(list)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .peek(line -> assertThat(line).as("a reason after the name").contains(" - "))
                    .map(line -> line.substring(0, line.indexOf(" - ")).strip())
                    .collect(Collectors.toSet());
        }
    }
}
