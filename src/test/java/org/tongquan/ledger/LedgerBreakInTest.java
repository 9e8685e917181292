package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// What a department or an outsider tries on the ledger: by pages, by doors, and by SQL with the
/// application's own role.
@HouseTest
class LedgerBreakInTest {
    private static final String REGION = "basin-break";
    private static final String BANK = "y01-county-bank";
    private static final String PAGE = "/ledger/" + REGION + "/" + BANK;

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private Basin basin;
    private Actor own;
    private Actor other;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        own = basin.unit("990321/shuili");
        other = basin.unit("990200/huanjing");
    }

    private UUID filed() {
        var filing = basin.ledger().report(own, basin.report(BANK, "990321", 20));
        return ((Filing.Filed) filing).id();
    }

    @Test
    void anotherCitysReportsAreNotSeenByAnyDoor() {
        filed();
        assertThat(basin.ledger().find(own, REGION, BANK).orElseThrow().reports()).isNotEmpty();
        assertThat(basin.ledger().find(other, REGION, BANK).orElseThrow().reports()).isEmpty();
    }

    @Test
    void anotherCitysReportsAreNotSeenByPlainSql() {
        filed();
        assertThat(count(own, "ledger.progress")).isPositive();
        assertThat(count(other, "ledger.progress")).isZero();
        assertThat(count(basin.actor("990200/huanjing", Power.values()), "ledger.progress"))
                .as("powers that the program believes in do not count in the database")
                .isZero();
    }

    @Test
    void aBodyOfAnotherRegionSeesNothing() {
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        filed();
        assertThat(count(stranger, "ledger.progress")).isZero();
        assertThat(count(stranger, "ledger.assignment")).isZero();
        assertThat(count(stranger, "ledger.issued")).isZero();
    }

    @Test
    void aDepartmentCannotReportForAnotherPartyByDoorOrBySql() {
        var report = basin.report(BANK, "990321", 100);
        assertThat(basin.ledger().report(other, report))
                .isEqualTo(new Filing.Refused(Filing.Reason.NOT_YOURS));
        refused(other, insert("990200/huanjing", "990321", false));
    }

    @Test
    void aDepartmentCannotWriteInAnotherBodysNameOrMarkItsOwnReportAsMadeUpByTheJob() {
        refused(other, insert("990321/shuili", "990321", false));
        refused(own, insert("job:ledger", "990321", true));
    }

    @Test
    void aDepartmentThatIsNotInTheLeadCannotReportBySql() {
        refused(basin.unit("990321/nongye"), insert("990321/nongye", "990321", false));
    }

    @Test
    void nobodyTurnsALightGreenBySql() {
        var green = "update ledger.obligation set light = 'green' where region = '" + REGION + "'";
        for (var actor : List.of(own, other, basin.office())) {
            assertThat(acting.<Integer>as(actor, () -> db.sql(green).update())).isZero();
        }
    }

    @Test
    void nobodyTakesARowOutOfTheLedgerBySql() {
        var all = " where region = '" + REGION + "'";
        for (var table : List.of("ledger.obligation", "ledger.commitment")) {
            assertThat(
                            acting.<Integer>as(
                                    basin.office(),
                                    () -> db.sql("delete from " + table + all).update()))
                    .isZero();
        }
        for (var table : List.of("ledger.progress", "ledger.issued", "ledger.evidence")) {
            refused(basin.office(), "delete from " + table + all);
            refused(basin.office(), "update " + table + " set region = 'x'" + all);
        }
    }

    @Test
    void aDepartmentCannotReturnAReportNameAUnitOrIssueBySql() {
        var id = filed();
        refused(
                own,
                "insert into ledger.returned (progress, region, party, body, person, at, reason)"
                        + " values ('%s', '%s', '990321', '990321/shuili', '%s', now(), 'x')"
                                .formatted(id, REGION, own.person()));
        refused(
                own,
                """
                insert into ledger.assignment
                    (id, region, commitment, party, unit, role, valid_from, by_body, by_person, at)
                values (gen_random_uuid(), '%s', '%s', '990321', '990321/gov', 'lead', now(),
                    '990321/shuili', '%s', now())
                """
                        .formatted(REGION, BANK, own.person()));
        refused(
                own,
                """
                insert into ledger.issued (id, region, as_of, title, number, recipients, body,
                    person, at, simulated, docx, pdf, sha256)
                values (gen_random_uuid(), '%s', now(), 't', '', '', '990321/shuili', '%s', now(),
                    false, '', '', '')
                """
                        .formatted(REGION, own.person()));
    }

    @Test
    void aDraftIsSeenByTheBodyThatReadsItAlone() {
        assertThat(count(basin.actor(REGION + ":basin-desk"), "ledger.draft")).isZero();
    }

    @Test
    void aDepartmentIsTurnedAwayFromWhatItsMenuDoesNotShow() throws Exception {
        basin.account("break-liuqiao", "990321/shuili");
        var id = filed();
        try (var browser = TestBrowser.signedIn(port, "break-liuqiao", Basin.PASSWORD)) {
            assertThat(browser.get(PAGE).body()).contains("柳桥修复河岸");
            browser.post(PAGE + "/reports/" + id + "/return", Map.of("reason", "no"));
            var assign = Map.of("party", "990321", "unit", "990321/gov", "role", "lead");
            browser.post(PAGE + "/assignments", assign);
            var issue = Map.of("day", basin.ledger().today().toString(), "title", "t");
            browser.post("/reports", issue);
            assertThat(browser.post("/drafts", Map.of("text", "一、办事。")).statusCode())
                    .isEqualTo(403);
        }
        var card = basin.ledger().find(basin.office(), REGION, BANK).orElseThrow();
        assertThat(card.reports()).allMatch(r -> r.returned() == null);
        assertThat(card.leads("990321")).containsExactly("990321/shuili");
        assertThat(count(basin.office(), "ledger.issued")).isZero();
    }

    @Test
    void evidenceOfAnotherCityIsNotFoundByItsAddress() throws Exception {
        var file =
                new ProgressReport.Attachment(
                        "../../keys/secret.txt", "text/html", "<script>1</script>".getBytes());
        var report =
                new NewReport(
                        REGION,
                        BANK,
                        "990321",
                        basin.ledger().today(),
                        30,
                        "with file",
                        List.of(file),
                        false);
        basin.ledger().report(own, report);
        var id =
                basin.ledger().find(own, REGION, BANK).orElseThrow().reports().stream()
                        .flatMap(r -> r.evidence().stream())
                        .findFirst()
                        .orElseThrow()
                        .id();
        basin.account("break-hewan", "990200/huanjing");
        basin.account("break-liuqiao", "990321/shuili");
        try (var stranger = TestBrowser.signedIn(port, "break-hewan", Basin.PASSWORD);
                var owner = TestBrowser.signedIn(port, "break-liuqiao", Basin.PASSWORD)) {
            assertThat(stranger.get("/ledger/evidence/" + id).statusCode()).isEqualTo(404);
            var answer = owner.get("/ledger/evidence/" + id);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse(""))
                    .isEqualTo("application/octet-stream");
            assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment");
        }
    }

    @Test
    void aPageOfAnotherRegionIsNotFound() throws Exception {
        new Basin(house, "basin-neighbour");
        basin.account("break-hewan", "990200/huanjing");
        try (var browser = TestBrowser.signedIn(port, "break-hewan", Basin.PASSWORD)) {
            assertThat(browser.get("/ledger/basin-neighbour/" + BANK).body())
                    .doesNotContain("name=\"percent\"");
        }
    }

    private String insert(String body, String party, boolean simulated) {
        return """
        insert into ledger.progress
            (id, region, commitment, party, body, person, on_day, at, percent, text, simulated)
        values (gen_random_uuid(), '%s', '%s', '%s', '%s', '%s', now(), now(), 100, 'x', %s)
        """
                .formatted(REGION, BANK, party, body, basin.unit(body).person(), simulated);
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private long count(Actor actor, String table) {
        return acting.read(
                actor,
                () ->
                        db.sql("select count(*) from " + table + " where region = :region")
                                .param("region", REGION)
                                .query(Long.class)
                                .single());
    }
}
