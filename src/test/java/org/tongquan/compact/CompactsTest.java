package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tongquan.compact.AdoptionOutcome.Adopted;
import org.tongquan.compact.AdoptionOutcome.AlreadyAdopted;
import org.tongquan.compact.AdoptionOutcome.Refused;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signature;
import org.tongquan.compact.version.Signatures;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.kernel.Problem;

/// Adoption on a real PostgreSQL. Each test has compacts under ids of its own.
class CompactsTest {
    private static final Actor JOB = Actor.job("import");
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);

    private static HikariDataSource source;
    private static int last;

    @TempDir private Path root;
    private final List<Object> events = new ArrayList<>();
    private Acting acting;
    private JdbcClient db;
    private Compacts compacts;
    private CompactFolder folder;
    private String id;

    @BeforeAll
    static void open() {
        var app = TestHost.get().app();
        source = new HikariDataSource();
        source.setJdbcUrl(app.url());
        source.setUsername(app.user());
        source.setPassword(app.password());
        source.setMaximumPoolSize(4);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @BeforeEach
    void aCompactOfItsOwn() throws Exception {
        acting = new Acting(source, new DataSourceTransactionManager(source), Clock.systemUTC());
        db = JdbcClient.create(source);
        compacts = door();
        folder = TestCompacts.copy(root);
        id = "mini-" + last++;
        Files.move(root.resolve("mini"), root.resolve(id));
        Files.move(root.resolve("mini-base"), root.resolve(id + "-base"));
        change("compact.yaml", "id: mini", "id: " + id);
        change("compact.yaml", "uses: [mini-base]", "uses: [" + id + "-base]");
        TestCompacts.replace(
                root.resolve(id + "-base/compact.yaml"), "id: mini-base", "id: " + id + "-base");
    }

    private Compacts door() {
        return new Compacts(
                acting,
                new Versions(JdbcClient.create(source), source),
                new Journal(source, acting, NOON),
                events::add,
                NOON);
    }

    private void change(String file, String old, String now) {
        TestCompacts.replace(root.resolve(id).resolve(file), old, now);
    }

    private Resolved read() {
        return TestCompacts.get(folder.load(id));
    }

    private AdoptionOutcome adopt() {
        return compacts.adoptWithBases(JOB, read(), List.of(), Map.of());
    }

    private Actor body(String name, Power... powers) {
        return new Actor("p1", name, id, Set.of(powers));
    }

    private List<String> visible(Actor actor) {
        return acting.read(
                actor,
                () ->
                        db.sql("select party from compact.visible where region = :r order by 1")
                                .param("r", id)
                                .query(String.class)
                                .list());
    }

    @Test
    void adoptsWithItsBaseAndFindsItInForce() {
        assertThat(adopt()).isInstanceOf(Adopted.class);
        var version = compacts.findVersion(id, "1").orElseThrow();
        assertThat(version.digest()).isEqualTo(Sealed.of(read().compact()).digestHex());
        assertThat(compacts.inForce(id, LocalDate.of(2021, 5, 31))).isEmpty();
        assertThat(compacts.inForce(id, LocalDate.of(2021, 6, 1))).isPresent();
        assertThat(compacts.regions()).contains(id).doesNotContain(id + "-base");
        assertThat(events)
                .containsExactly(
                        new VersionAdopted(id + "-base", "1"), new VersionAdopted(id, "1"));
    }

    @Test
    void whatAnotherInstanceReadsBackIsTheSame() {
        adopt();
        var again = door().find(id, "1").orElseThrow();
        assertThat(again.compact()).isEqualTo(read().compact());
        assertThat(again.words("all-cities")).containsExactly("各市", "三市");
    }

    @Test
    void theSameTextTwiceIsAdoptedOnce() {
        adopt();
        change("ledger.yaml", "bodies:", "# only a comment\nbodies:");
        assertThat(adopt()).isInstanceOf(AlreadyAdopted.class);
        assertThat(events).hasSize(2);
    }

    @Test
    void aLabelIsNeverUsedForAnotherText() {
        adopt();
        change("ledger.yaml", "修一条路", "修两条路");
        assertThat(adopt())
                .isInstanceOfSatisfying(
                        Refused.class,
                        r ->
                                assertThat(r.problems())
                                        .extracting(Problem::what)
                                        .containsExactly(
                                                "the label '1' names another text adopted before"));
        change("compact.yaml", "version: \"1\"", "version: \"2\"");
        change("compact.yaml", "valid-from: 2021-06-01", "valid-from: 2022-01-01");
        assertThat(adopt()).isInstanceOf(Adopted.class);
        assertThat(compacts.findInForce(id, LocalDate.of(2021, 12, 31)))
                .map(AdoptedVersion::version)
                .contains("1");
        assertThat(compacts.findInForce(id, LocalDate.of(2022, 1, 1)))
                .map(AdoptedVersion::version)
                .contains("2");
    }

    @Test
    void onlyABodyWithThePowerMayAdopt() {
        adopt();
        change("compact.yaml", "version: \"1\"", "version: \"2\"");
        var second = read().compact();
        assertThat(compacts.adopt(body(id + ":office", Power.DRAFT), second))
                .isInstanceOf(Refused.class);
        assertThat(compacts.adopt(body(id + ":office", Power.ADOPT), second))
                .isInstanceOf(Adopted.class);
    }

    @Test
    void aTextThatDoesNotHoldTogetherIsRefusedWhole() {
        var compact = read().compact();
        assertThat(compacts.adopt(JOB, compact))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r ->
                                assertThat(r.problems())
                                        .extracting(Problem::what)
                                        .containsExactly(
                                                "no version of '" + id + "-base' was adopted"));
        assertThat(compacts.findVersion(id, "1")).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aSignedVersionNeedsEveryMembersSignature() {
        change("compact.yaml", "adoption: issued", "adoption: signed");
        assertThat(adopt())
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problems()).hasSize(3));
        assertThat(compacts.findVersion(id + "-base", "1")).isEmpty();
        var sealed = Sealed.of(read().compact());
        var signatures = new ArrayList<Signature>();
        var keys = new HashMap<String, List<java.security.PublicKey>>();
        for (var party : List.of("990100", "990200", "990321")) {
            var pair = Signatures.newKey();
            signatures.add(Signatures.sign(sealed, party, pair));
            keys.put(party, List.of(pair.getPublic()));
        }
        assertThat(compacts.adoptWithBases(JOB, read(), signatures, keys))
                .isInstanceOf(Adopted.class);
        assertThat(compacts.signatures(compacts.findVersion(id, "1").orElseThrow()))
                .hasSameElementsAs(signatures);
    }

    @Test
    void theAdoptionStandsInTheJournal() {
        adopt();
        var version = compacts.findVersion(id, "1").orElseThrow();
        var kinds =
                acting.read(
                        Journal.JOB,
                        () ->
                                db.sql("select kind from journal.entry where subject = :id")
                                        .param("id", version.id())
                                        .query(String.class)
                                        .list());
        assertThat(kinds).containsExactly("compact-version-adopted");
    }

    @Test
    void whatABodySeesFollowsFromTheCompact() {
        change(
                "ledger.yaml",
                "bodies:\n",
                "bodies:\n  - {id: gov, name: {zh: 政府}, kind: government, party: \"990200\","
                        + " sees: own, powers: [report-progress]}\n");
        adopt();
        assertThat(visible(body(id + ":office")))
                .containsExactly("980100", "990100", "990200", "990321");
        assertThat(visible(body(id + ":gov"))).containsExactly("990200");
        assertThat(visible(body("990321/fgw"))).containsExactly("990321");
        assertThat(visible(body("991000/fgw"))).isEmpty();
        assertThat(visible(Actor.PUBLIC)).isEmpty();
        assertThat(compacts.findBody(id + ":gov").orElseThrow().powers())
                .containsExactly(Power.REPORT_PROGRESS);
        assertThat(compacts.findBody(id + ":nobody")).isEmpty();
    }

    @Test
    void theApplicationCannotChangeOrForgeAVersion() {
        adopt();
        var version = compacts.findVersion(id, "1").orElseThrow();
        var byHand =
                List.of(
                        "update compact.version set version = 'x' where region = '" + id + "'",
                        "delete from compact.clause where version_id = '" + version.id() + "'",
                        "truncate compact.party",
                        """
                        insert into compact.body (version_id, region, body, kind, name_zh, sees,
                            powers)
                        values ('%s', '%s', '%s:me', 'office', 'x', 'all', '{adopt}')
                        """
                                .formatted(version.id(), id, id));
        for (var sql : byHand) {
            assertThatThrownBy(() -> acting.run(JOB, () -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void theDatabaseItselfRefusesBytesThatAreNotTheDigests() {
        assertThatThrownBy(
                        () ->
                                acting.run(
                                        JOB,
                                        () ->
                                                db.sql(
                                                                """
                                                                insert into compact.version
                                                                values (gen_random_uuid(), 'forged',
                                                                    '1', 'region', 'issued', 'x',
                                                                    '2020-01-01', null, :digest,
                                                                    'abc', now(), 'job:import', '-')
                                                                """)
                                                        .param(
                                                                "digest",
                                                                HexFormat.of()
                                                                        .parseHex("00".repeat(32)))
                                                        .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void theShippedRegionsCanBeAdopted() {
        var shipped = new CompactFolder(TestCompacts.SHIPPED);
        for (var region : List.of("capital-circle", "jiaodong")) {
            var resolved = TestCompacts.get(shipped.load(region));
            assertThat(compacts.adoptWithBases(JOB, resolved, List.of(), Map.of()))
                    .isNotInstanceOf(Refused.class);
            assertThat(compacts.inForce(region, LocalDate.of(2026, 1, 1))).isPresent();
        }
    }
}
