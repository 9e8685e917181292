package org.tongquan.ledger.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// What a department or an outsider tries on notices and inspections, by doors and by SQL with the
/// application's own role.
@HouseTest
class ChasingBreakInTest {
    private static final String REGION = "basin-chase-break";
    private static final String BANK = "y01-county-bank";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Chasing chasing;
    @Autowired private Inspecting inspecting;

    private Basin basin;
    private Actor own;
    private Actor other;
    private UUID notice;
    private UUID finding;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        own = basin.actor("990321/shuili", Power.values());
        other = basin.actor("990200/huanjing", Power.values());
        var office = basin.office();
        var target = new Chasing.Target(BANK, "990321");
        if (chasing.openItems(office).isEmpty()) {
            assertThat(chasing.issue(office, List.of(target), "why").getFirst())
                    .isInstanceOf(Handling.Done.class);
        }
        notice = chasing.about(office, REGION, BANK, "990321").getFirst().notice().id();
        var plan = new Inspecting.Plan("t", "", List.of("990321"), List.of());
        var inspection = ((Handling.Done) inspecting.open(office, plan)).subject();
        finding =
                ((Handling.Done) inspecting.find(office, inspection, "990321", BANK, "f"))
                        .subject();
    }

    @Test
    void anotherCityAndAnotherRegionSeeNothing() {
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        for (var actor : List.of(other, stranger, Actor.PUBLIC)) {
            for (var table :
                    List.of("notice", "notice_event", "finding", "finding_event", "chase_step")) {
                assertThat(count(actor, table)).as(actor.body() + " " + table).isZero();
            }
            assertThat(count(actor, "inspection")).isZero();
        }
        assertThat(chasing.find(other, notice)).isEmpty();
        assertThat(chasing.act(other, notice, Step.SIGNED, 1, ""))
                .isEqualTo(new Handling.Refused(Handling.Reason.NOT_FOUND));
    }

    @Test
    void theResponsibleUnitClosesNothingBySql() {
        for (var step : List.of("returned", "passed", "closed", "reopened", "issued")) {
            refused(own, event(step, own, 2));
        }
        refused(own, findingEvent("passed", own));
        refused(own, findingEvent("again", own));
        refused(
                own,
                "insert into ledger.inspection_closed values ((select inspection from"
                        + " ledger.finding where id = '%s'), '%s', 'x', '%s', '%s', now(), now())"
                                .formatted(finding, REGION, own.body(), own.person()));
    }

    @Test
    void nobodySignsForAnotherOrOutOfTurnBySql() {
        refused(basin.office(), event("signed", basin.office(), 2));
        refused(basin.office(), event("signed", own, 2));
        refused(own, event("signed", own, 7));
        refused(basin.unit("990321/nongye"), event("signed", basin.unit("990321/nongye"), 2));
    }

    @Test
    void nobodyButTheJobTakesAStepOfChasingBySql() {
        var sql =
                """
                insert into ledger.chase_step (id, region, commitment, party, subject, step,
                    last_day, day, rule, percent, bodies, at)
                values (gen_random_uuid(), '%s', 'c', '990321', 'c~990321', 'x', now(), now(), 'r',
                    0, '{}', now())
                """
                        .formatted(REGION);
        refused(own, sql);
        refused(basin.office(), sql);
    }

    @Test
    void aDepartmentIssuesNoNoticeAndOpensNoInspectionBySql() {
        refused(own, noticeRow(own));
        refused(other, noticeRow(other));
        refused(
                own,
                """
                insert into ledger.inspection (id, region, year, serial, title, scope, parties,
                    commitments, rule, rectify_within, body, person, on_day, at)
                values (gen_random_uuid(), '%s', 2026, 999, 't', '', '{990321}', '{}', 'r', 1,
                    '%s', '%s', now(), now())
                """
                        .formatted(REGION, own.body(), own.person()));
        var reset = "update ledger.chase_serial set last = 0";
        assertThat(acting.<Integer>as(own, () -> db.sql(reset).update())).isZero();
    }

    @Test
    void whatHappenedIsNeverChanged() {
        for (var table :
                List.of("notice", "notice_event", "inspection", "finding", "finding_event")) {
            refused(basin.office(), "update ledger." + table + " set region = 'x'");
            refused(basin.office(), "delete from ledger." + table);
        }
    }

    private String event(String step, Actor by, int seq) {
        return """
        insert into ledger.notice_event
            (id, notice, region, seq, step, text, provisional, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', %d, '%s', 'x', false, '%s', '%s', now(), now())
        """
                .formatted(notice, REGION, seq, step, by.body(), by.person());
    }

    private String findingEvent(String step, Actor by) {
        return """
        insert into ledger.finding_event
            (id, finding, region, seq, step, text, provisional, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', 2, '%s', 'x', false, '%s', '%s', now(), now())
        """
                .formatted(finding, REGION, step, by.body(), by.person());
    }

    private static String noticeRow(Actor by) {
        return """
        insert into ledger.notice (id, region, year, serial, commitment, party, item_zh, item_en,
            origin, units, issuer, cause, text, rule, sign_within, answer_within, body, person,
            on_day, at, simulated)
        values (gen_random_uuid(), '%s', 2026, 999, 'c', '990321', '', '', '', '{x}', '%s', 'hand',
            't', 'r', 1, 1, '%s', '%s', now(), now(), false)
        """
                .formatted(REGION, by.body(), by.body(), by.person());
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
        return acting.<Long>as(
                actor,
                () ->
                        db.sql("select count(*) from ledger." + table + " where region = :region")
                                .param("region", REGION)
                                .query(Long.class)
                                .single());
    }
}
