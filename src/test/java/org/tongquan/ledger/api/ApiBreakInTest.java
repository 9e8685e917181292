package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.identity.TestBrowser;
import org.tongquan.identity.keys.Issuing;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// What somebody with a leaked, an ended or a foreign key tries, and what retries must not do.
@HouseTest
class ApiBreakInTest {
    private static final String REGION = "basin-api-break";
    private static final String ITEMS = "/api/v1/regions/" + REGION + "/items";
    private static final String BANK = ITEMS + "/y01-county-bank";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private Basin basin;
    private Keys keys;
    private Actor officer;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        keys = basin.door(Keys.class);
        officer = Program.officer(basin);
    }

    private String report(int percent) {
        return "{\"party\":\"990321\",\"on\":\"%s\",\"percent\":%d,\"text\":\"done\"}"
                .formatted(basin.ledger().today(), percent);
    }

    private Program own(Power... powers) {
        return Program.of(port, basin, "990321/shuili", powers);
    }

    @Test
    void withoutAKeyOrWithAnInventedOneNothingIsAnswered() throws Exception {
        for (var token : List.of("", "tq_00000000_AAAA", "x".repeat(5_000))) {
            var answer = new Program(port, token).get(ITEMS);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        var other = own().get(ITEMS + "?access_token=1");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Set-Cookie")).isEmpty();
    }

    @Test
    void aSignedInPersonsCookieOpensNothingUnderApi() throws Exception {
        basin.account("api-clerk", "990321/shuili");
        try (var browser = TestBrowser.signedIn(port, "api-clerk", Basin.PASSWORD)) {
            assertThat(browser.get("/work").statusCode()).isEqualTo(200);
            assertThat(browser.get(ITEMS).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aKeyOpensNoPages() throws Exception {
        var program = own(Power.REPORT_PROGRESS);
        for (var page : List.of("/work", "/ledger", "/people/keys")) {
            assertThat(program.get(page).status()).as(page).isEqualTo(302);
        }
    }

    @Test
    void aRevokedKeyOpensNothingFromThenOnAndItsUseIsSeen() throws Exception {
        var token = Program.token(basin, "990321/shuili", 100);
        var program = new Program(port, token);
        assertThat(program.get(ITEMS).status()).isEqualTo(200);
        var key = keys.list(officer).getFirst();
        assertThat(token).startsWith(key.prefix());
        assertThat(keys.revoke(officer, key.id())).isInstanceOf(Issuing.Revoked.class);
        assertThat(program.get(ITEMS).status()).isEqualTo(401);
        var after = keys.list(officer).stream().filter(k -> k.id().equals(key.id())).findFirst();
        assertThat(after.orElseThrow().refusedAt()).isNotNull();
        assertThat(after.orElseThrow().usedAt()).isNotNull();
        assertThat(program.get(ITEMS).status()).isEqualTo(401);
        assertThat(keys.list(officer).stream().filter(k -> k.id().equals(key.id())).findFirst())
                .as("written down once a minute")
                .isEqualTo(after);
        assertThat(keys.revoke(officer, key.id())).isInstanceOf(Issuing.Refused.class);
    }

    @Test
    void anExpiredKeyOpensNothing() throws Exception {
        var token = Program.token(basin, "990321/shuili", 100);
        var expire =
                "update identity.api_key set expires_at = made_at + interval '1 us' where"
                        + " prefix = '"
                        + token.substring(0, 11)
                        + "'";
        assertThatThrownBy(() -> acting.run(officer, () -> db.sql(expire).update()))
                .as("not even the officer moves an end")
                .isInstanceOf(DataAccessException.class);
        try (var connection = TestHost.administrator().dataSource().getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(expire)).isEqualTo(1);
        }
        assertThat(new Program(port, token).get(ITEMS).status()).isEqualTo(401);
    }

    @Test
    void aKeyOfAnotherRegionSeesNothingHere() throws Exception {
        var elsewhere = new Basin(house, REGION + "-2");
        var stranger = Program.of(port, elsewhere, "990321/shuili", Power.REPORT_PROGRESS);
        var answer = stranger.get(ITEMS);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("other-region");
        assertThat(stranger.post(BANK + "/reports", "k", report(10)).status()).isEqualTo(403);
    }

    @Test
    void anotherCitysKeySeesNoReportsAndFilesNone() throws Exception {
        own(Power.REPORT_PROGRESS).post(BANK + "/reports", "k-own", report(20));
        var other = Program.of(port, basin, "990200/huanjing", Power.REPORT_PROGRESS);
        assertThat(other.get(BANK).json().path("reports").size()).isZero();
        var answer = other.post(BANK + "/reports", "k-other", report(100));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-allowed");
    }

    @Test
    void anotherCitysKeyDoesNotReadEvidenceOrAnsweredRequests() throws Exception {
        own(Power.REPORT_PROGRESS).post(BANK + "/reports", "k-shared", report(21));
        var other = basin.unit("990200/huanjing");
        assertThat(count(other, "rest.answered")).isZero();
        assertThat(count(other, "identity.api_key")).isZero();
        assertThat(
                        Program.of(port, basin, "990200/huanjing")
                                .get("/api/v1/evidence/" + java.util.UUID.randomUUID())
                                .status())
                .isEqualTo(404);
    }

    private int count(Actor actor, String table) {
        return acting.<Integer>read(
                actor, () -> db.sql("select count(*) from " + table).query(Integer.class).single());
    }

    @Test
    void aKeyWithoutPowersOnlyReads() throws Exception {
        var answer = own().post(BANK + "/reports", "k-none", report(10));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-allowed");
    }

    @Test
    void aKeyNeverHasWhatItsBodyHasNotNorWhatOfficersDo() {
        var today = basin.ledger().today();
        for (var power : List.of(Power.SUPERVISE, Power.MANAGE_PEOPLE, Power.ADOPT)) {
            var wish = new Keys.Wish("990321/shuili", "x", Set.of(power), today, 10);
            assertThat(keys.issue(officer, wish))
                    .isEqualTo(new Issuing.Refused(Issuing.Reason.POWERS));
        }
    }

    @Test
    void onlyTheOfficerOfTheRegionIssuesAndRevokes() {
        var wish = new Keys.Wish("990321/shuili", "x", Set.of(), basin.ledger().today(), 10);
        for (var actor : List.of(basin.office(), basin.unit("990321/shuili"))) {
            assertThat(keys.issue(actor, wish))
                    .isEqualTo(new Issuing.Refused(Issuing.Reason.NOT_ALLOWED));
            assertThat(keys.list(actor)).isEmpty();
            assertThatThrownBy(
                            () -> acting.run(actor, () -> db.sql(insert(actor.person())).update()))
                    .isInstanceOf(DataAccessException.class);
        }
        var before = keys.list(officer);
        Program.token(basin, "990321/shuili", 10);
        var mine = keys.list(officer).getFirst();
        var far = new Actor("o", "far:keeper", "far", Set.of(Power.MANAGE_PEOPLE));
        assertThat(keys.revoke(far, mine.id()))
                .isEqualTo(new Issuing.Refused(Issuing.Reason.NOT_FOUND));
        assertThat(keys.list(officer)).hasSize(before.size() + 1);
    }

    private static String insert(String person) {
        return """
        insert into identity.api_key (id, region, body, name, prefix, hash, powers, per_minute,
            made_at, made_by, expires_at)
        values (gen_random_uuid(), '%s', '990321/shuili', 'x', 'tq_x', sha256('x'), '{}', 1,
            '2026-01-01', '%s', '2036-01-01')
        """
                .formatted(REGION, person);
    }

    @Test
    void whatWasRevokedStaysRevoked() {
        Program.token(basin, "990321/shuili", 10);
        var key = keys.list(officer).getFirst();
        keys.revoke(officer, key.id());
        var revive =
                "update identity.api_key set revoked_at = null, revoked_by = null where id = '"
                        + key.id()
                        + "'";
        assertThatThrownBy(() -> acting.run(Actor.job("keys"), () -> db.sql(revive).update()))
                .hasStackTraceContaining("stays revoked");
    }

    @Test
    void beyondItsAllowanceAKeyHasToWaitAndNobodyElse() throws Exception {
        var program = new Program(port, Program.token(basin, "990321/shuili", 3));
        for (int i = 0; i < 3; i++) {
            assertThat(program.get(ITEMS + "?limit=1").status()).isEqualTo(200);
        }
        var refused = program.get(ITEMS + "?limit=1");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
        assertThat(own().get(ITEMS + "?limit=1").status()).isEqualTo(200);
    }

    @Test
    void issuingAndRevokingAreInTheJournalAndTheBodySeesItsKeys() {
        var doors = new org.tongquan.ledger.DrivenDoors();
        var wish = new Keys.Wish("990321/shuili", "x", Set.of(), basin.ledger().today(), 10);
        var issued = (Issuing.Issued) doors.run("Keys.issue", () -> keys.issue(officer, wish));
        assertThat(issued.toString()).doesNotContain(issued.token());
        doors.run("Keys.revoke", () -> keys.revoke(officer, issued.id()));
        assertThat(doors.wrote("Keys.issue")).containsExactly("identity.api_key");
        assertThat(keys.ofBody(basin.unit("990321/shuili")))
                .anyMatch(k -> k.id().equals(issued.id()));
        assertThat(keys.ofBody(basin.unit("990200/huanjing")))
                .noneMatch(k -> k.id().equals(issued.id()));
    }

    @Test
    void aRetryStaysOneWhenTheProgramsKeyWasReplaced() throws Exception {
        var first = own(Power.REPORT_PROGRESS).post(BANK + "/reports", "k-both", report(34));
        var again = own(Power.REPORT_PROGRESS).post(BANK + "/reports", "k-both", report(34));
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void sixteenRetriesAtOnceFileOneReport() throws Exception {
        var program = own(Power.REPORT_PROGRESS);
        int before = program.get(BANK).json().path("reports").size();
        var body = report(33);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send = () -> program.post(BANK + "/reports", "k-16", body).status();
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(16, send))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).contains(201).allMatch(s -> s == 201 || s == 409);
        assertThat(program.get(BANK).json().path("reports").size()).isEqualTo(before + 1);
    }

    @Test
    void aBodyThatIsTooLargeIsNotRead() throws Exception {
        var answer =
                own(Power.REPORT_PROGRESS)
                        .post(BANK + "/reports", "k-big", "\"" + "x".repeat(1_100_000) + "\"");
        assertThat(answer.status()).isEqualTo(413);
    }
}
