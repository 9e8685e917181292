package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.host.TestHost;
import org.tongquan.journal.Verification.Trust;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Power;

class JournalTest {
    private static final Digest PAYLOAD = Digest.ofText("payload");
    private static final Actor CLERK =
            new Actor("p1", "990100/fgw", "sample", Set.of(Power.REPORT_PROGRESS));
    private static final Actor NEIGHBOUR = new Actor("p2", "990200/fgw", "sample", Set.of());
    private static final Actor AUDITOR = new Actor("p3", "sample:audit", "", Set.of(Power.AUDIT));

    private static HikariDataSource pool;
    private static JournalOnTest house;

    private final UUID subject = UUID.randomUUID();

    @BeforeAll
    static void open() {
        pool = JournalOnTest.pool("journal-test");
        house = new JournalOnTest(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void belongsIntoTheTransactionOfTheChange() {
        assertThatThrownBy(() -> house.journal.record(CLERK, "changed", subject, PAYLOAD))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isCommittedWithTheChangeOrNotAtAll() {
        var kept = record(CLERK);
        var ids = new ArrayList<UUID>();
        assertThatThrownBy(
                        () ->
                                house.acting.as(
                                        CLERK,
                                        () -> {
                                            ids.add(
                                                    house.journal.record(
                                                            CLERK, "changed", subject, PAYLOAD));
                                            throw new IllegalArgumentException("no");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.journal.list(CLERK, subject)).extracting(Entry::id).containsExactly(kept);
        assertThat(ids).hasSize(1).doesNotContain(kept);
    }

    @Test
    void keepsOnlyTheSaltedDigest() {
        record(CLERK);
        record(CLERK);
        var entries = house.journal.list(CLERK, subject);
        assertThat(entries).hasSize(2).allMatch(entry -> entry.isOf(PAYLOAD.bytes()));
        assertThat(entries.get(0).digest()).isNotEqualTo(entries.get(1).digest());
        assertThat(entries).noneMatch(entry -> entry.digest().equals(PAYLOAD));
    }

    @Test
    void cannotBeMadeInTheNameOfAnother() {
        assertThatThrownBy(
                        () ->
                                house.acting.as(
                                        CLERK,
                                        () ->
                                                house.journal.record(
                                                        NEIGHBOUR, "changed", subject, PAYLOAD)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void showsABodyItsOwnEntriesOnly() {
        var mine = record(CLERK);
        house.sequencer.finish();
        assertThat(house.journal.list(NEIGHBOUR, subject)).isEmpty();
        assertThat(house.journal.prove(NEIGHBOUR, mine)).isEmpty();
        assertThat(house.journal.prove(CLERK, mine)).isPresent();
        assertThat(JdbcClient.create(pool).sql("select id from journal.entry").query().listOfRows())
                .isEmpty();
    }

    @Test
    void showsACitizenWhatTheSamePersonRecorded() {
        var one = new Actor("c1", "citizen", "sample", Set.of());
        var other = new Actor("c2", "citizen", "sample", Set.of());
        record(one);
        assertThat(house.journal.list(one, subject)).hasSize(1);
        assertThat(house.journal.list(other, subject)).isEmpty();
    }

    @Test
    void provesToSomebodyWhoHasNothingButTheKey() {
        var id = record(CLERK);
        house.sequencer.finish();
        var proof = house.journal.prove(CLERK, id).orElseThrow();
        var keys = house.journal.listKeys(Actor.PUBLIC);
        assertThat(keys).anyMatch(proof::holds);
        assertThat(proof.entry().isOf(PAYLOAD.bytes())).isTrue();
        var trust = new Trust(keys, Optional.empty());
        assertThat(Verification.of(List.of(proof.toJson()).stream(), trust).isWhole()).isTrue();
    }

    @Test
    void growsConsistently() {
        record(CLERK);
        house.sequencer.finish();
        var before = checkpoint();
        for (int i = 0; i < 5; i++) {
            record(CLERK);
        }
        house.sequencer.finish();
        var after = checkpoint();
        assertThat(after.size()).isGreaterThanOrEqualTo(before.size() + 5);
        assertThat(
                        house.journal
                                .proveConsistency(Actor.PUBLIC, before.size(), after.size())
                                .proves(before.root(), after.root()))
                .isTrue();
        assertThatThrownBy(
                        () ->
                                house.journal.proveConsistency(
                                        Actor.PUBLIC, 1, after.size() + 1_000_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exportsAWholeLogToAuditorsOnly() {
        record(CLERK);
        house.sequencer.finish();
        var lines = new ArrayList<String>();
        assertThat(house.journal.export(CLERK, lines::add)).isFalse();
        assertThat(lines).isEmpty();
        assertThat(house.journal.export(AUDITOR, lines::add)).isTrue();
        var trust = new Trust(house.journal.listKeys(AUDITOR), Optional.empty());
        var report = Verification.of(lines.stream(), trust);
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(report.size()).isPositive();
    }

    @Test
    void listsTheNewestEntriesToAuditorsOnly() {
        var first = record(CLERK);
        var second = record(NEIGHBOUR);
        house.sequencer.finish();
        assertThat(house.journal.listNewest(CLERK, 2)).isEmpty();
        var newest = house.journal.listNewest(AUDITOR, 2);
        assertThat(newest).extracting(logged -> logged.entry().id()).containsExactly(first, second);
        assertThat(newest.get(1).index()).isEqualTo(newest.get(0).index() + 1);
        assertThat(newest.get(1).index()).isEqualTo(checkpoint().size() - 1);
    }

    @Test
    void cannotBeChangedByTheApplication() throws SQLException {
        record(CLERK);
        house.sequencer.finish();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            for (var table : JournalOnTest.TABLES) {
                for (var sql : List.of("delete from journal.%s", "truncate journal.%s")) {
                    assertThatThrownBy(() -> statement.execute(sql.formatted(table)))
                            .as(sql, table)
                            .hasMessageContaining("permission denied");
                }
            }
            assertThatThrownBy(() -> statement.execute("update journal.entry set kind = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(
                            () -> statement.execute("insert into journal.entry (xid) values ('1')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void cannotBeChangedByAnOwnerByMistake() throws SQLException {
        record(CLERK);
        house.sequencer.finish();
        try (var connection = TestHost.owner().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('tongquan.body', 'job:sequencer', false)");
            for (var table : JournalOnTest.TABLES) {
                assertThatThrownBy(() -> statement.execute("truncate journal." + table))
                        .hasMessageContaining("append-only");
                assertThat(triggers(connection, table)).isEqualTo(2);
            }
        }
    }

    @Test
    void goesOnInANewEraAfterARestoreIntoAnotherCluster() throws SQLException {
        record(CLERK);
        house.sequencer.finish();
        try (var connection = TestHost.owner().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into journal.era (era, cluster)"
                            + " select max(era) + 1, 0 from journal.era");
        }
        var restored = new JournalOnTest(pool);
        var id =
                restored.acting.as(
                        CLERK, () -> restored.journal.record(CLERK, "changed", subject, PAYLOAD));
        restored.sequencer.finish();
        assertThat(restored.journal.prove(CLERK, id)).isPresent();
    }

    private static int triggers(java.sql.Connection connection, String table) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select count(*) from pg_trigger where tgrelid = ?::regclass"
                                + " and tgenabled = 'O'")) {
            statement.setString(1, "journal." + table);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private UUID record(Actor actor) {
        return house.acting.as(
                actor, () -> house.journal.record(actor, "changed", subject, PAYLOAD));
    }

    private Checkpoint checkpoint() {
        var note = house.journal.findCheckpoint(Actor.PUBLIC).orElseThrow();
        return Checkpoint.parse(note.text()).orElseThrow();
    }
}
