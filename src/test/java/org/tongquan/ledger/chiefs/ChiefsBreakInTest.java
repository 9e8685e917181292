package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.Set;
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
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;

/// What another city's chief, an outsider or the unit itself tries, by doors and by SQL with the
/// application's own role.
@HouseTest
class ChiefsBreakInTest {
    private static final String REGION = "basin-chief-break";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Chiefs chiefs;
    @Autowired private Patrolling patrolling;

    private Basin basin;
    private Actor keeper;
    private Actor unit;
    private Actor other;
    private UUID charge;
    private UUID visit;
    private UUID matter;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        var office = basin.office();
        keeper = basin.unit("990321/shuili");
        unit = basin.unit("990321/huanjing");
        other = basin.actor("990200/huanjing", Power.values());
        var today = basin.ledger().today();
        var bay = PatrollingTest.bay(today, Period.ofMonths(1), unit.body());
        charge = ((Done) chiefs.register(office, bay)).subject();
        var named = new NewCharge.NewHolding(today, "甲", "", keeper.body(), "");
        assertThat(chiefs.appoint(office, charge, 1, named)).isInstanceOf(Done.class);
        visit = patrolling.open();
        var photo = new Attachment("a", "image/jpeg", "x".getBytes(StandardCharsets.UTF_8));
        var filed =
                new NewVisit(
                        visit,
                        charge,
                        today,
                        "东岸",
                        Visit.By.CHIEF,
                        "",
                        "",
                        List.of(),
                        false,
                        List.of(new NewVisit.Problem("污水", unit.body())),
                        List.of(photo));
        assertThat(patrolling.record(keeper, filed)).isInstanceOf(Done.class);
        matter = patrolling.handed(unit).getFirst().found().matter().id();
    }

    @Test
    void anotherCityAnotherRegionAndThePublicSeeNothing() {
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.values()));
        for (var actor : List.of(other, stranger, Actor.PUBLIC)) {
            for (var table : List.of("chief_visit", "chief_matter", "chief_event", "chief_file")) {
                assertThat(count(actor, table)).as(actor.body() + " " + table).isZero();
            }
            assertThat(chiefs.find(actor, charge)).isEmpty();
            assertThat(patrolling.find(actor, matter)).isEmpty();
        }
        for (var table : List.of("chief_charge", "chief_terms", "chief_holding")) {
            assertThat(count(stranger, table)).isZero();
            assertThat(count(Actor.PUBLIC, table)).isZero();
        }
    }

    @Test
    void aFormerContactUnitSeesNothingOfWhatCameAfterIt() {
        // of another party, so that it sees nothing but what it keeps
        var office = basin.office();
        var row = holdingRow(office).replaceFirst(office.body(), other.body());
        acting.run(office, () -> db.sql(row).update());
        record(other);
        var today = basin.ledger().today();
        var named = new NewCharge.NewHolding(today, "乙", "", keeper.body(), "");
        int version = chiefs.find(office, charge).orElseThrow().version();
        assertThat(chiefs.appoint(office, charge, version, named)).isInstanceOf(Done.class);
        var tables = List.of("chief_visit", "chief_matter", "chief_event");
        var before = tables.stream().map(t -> count(other, t)).toList();
        assertThat(before).doesNotContain(0L);
        var all = tables.stream().map(t -> count(keeper, t)).toList();
        record(keeper);
        assertThat(tables.stream().map(t -> count(other, t)).toList()).isEqualTo(before);
        assertThat(tables.stream().map(t -> count(keeper, t)).toList()).isNotEqualTo(all);
        // nor what happens to what it handed over itself
        var own = patrolling.handed(unit).stream().map(c -> c.found().matter().id()).toList();
        for (var one : own) {
            var wish = new Patrolling.Wish(one, Matter.Step.RECEIVED, 1, "", "", List.of());
            patrolling.act(unit, wish);
        }
        assertThat(tables.stream().map(t -> count(other, t)).toList()).isEqualTo(before);
    }

    private void record(Actor by) {
        var id = patrolling.open();
        var found = List.of(new NewVisit.Problem("污水", unit.body()));
        var day = basin.ledger().today();
        var chief = Visit.By.CHIEF;
        var filed =
                new NewVisit(
                        id, charge, day, "西岸", chief, "", "", List.of(), false, found, List.of());
        assertThat(patrolling.record(by, filed)).isInstanceOf(Done.class);
    }

    @Test
    void anotherCitysChiefRecordsNothingByTheDoor() {
        var problem = new NewVisit.Problem("x", "990200/shuili");
        assertThat(patrolling.found(other, visit, patrolling.open(), problem))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        var wish = new Patrolling.Wish(matter, Matter.Step.CLOSED, 1, "", "", List.of());
        assertThat(patrolling.act(other, wish)).isEqualTo(new Refused(Reason.NOT_FOUND));
        var named = new NewCharge.NewHolding(basin.ledger().today(), "丙", "", other.body(), "");
        assertThat(chiefs.appoint(other, charge, 2, named))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
    }

    @Test
    void nobodyButTheContactUnitRecordsAVisitBySql() {
        for (var actor : List.of(other, unit, basin.office())) {
            refused(actor, visitRow(actor, actor));
        }
        refused(other, visitRow(keeper, other));
        // not even the contact unit on a day that is not today
        refused(keeper, visitRow(keeper, keeper));
    }

    @Test
    void nobodyNamesAChiefBySqlButWhoMay() {
        for (var actor : List.of(other, keeper, unit)) {
            refused(actor, holdingRow(actor));
            refused(actor, chargeRow(actor));
        }
    }

    @Test
    void theUnitClosesNothingItselfNorTakesItFromAnotherBySql() {
        for (var step : List.of("closed", "returned", "moved", "noticed", "found")) {
            refused(unit, event(step, unit, 2, unit.body()));
        }
        refused(keeper, event("answered", keeper, 2, unit.body()));
        refused(keeper, event("noticed", keeper, 2, unit.body()));
        refused(unit, event("received", unit, 9, unit.body()));
        refused(unit, event("received", keeper, 2, unit.body()));
        for (var actor : List.of(other, unit, basin.office())) {
            var move =
                    "update ledger.chief_matter set unit = '%s', moved_on = '9999-12-31'"
                            .formatted(actor.body());
            assertThat(acting.<Integer>as(actor, () -> db.sql(move).update())).isZero();
        }
        refused(
                keeper,
                "update ledger.chief_matter set unit = '%s', moved_on = '9999-12-31'"
                        .formatted(keeper.body()));
    }

    @Test
    void nobodyIssuesAnAccountBySqlButWhoMay() {
        for (var actor : List.of(other, keeper)) {
            refused(
                    actor,
                    """
                    insert into ledger.chief_account (id, region, year, as_of, title, number, body,
                        person, at, simulated, docx, pdf, sha256)
                    values (gen_random_uuid(), '%s', 2026, now(), 't', '', '%s', '%s', now(), false,
                        '', '', '')
                    """
                            .formatted(REGION, actor.body(), actor.person()));
        }
    }

    @Test
    void whatHappenedIsNeverChanged() {
        for (var table :
                List.of(
                        "chief_charge",
                        "chief_terms",
                        "chief_holding",
                        "chief_visit",
                        "chief_matter",
                        "chief_event",
                        "chief_file",
                        "chief_account")) {
            refused(basin.office(), "update ledger." + table + " set region = 'x'");
            refused(basin.office(), "delete from ledger." + table);
        }
    }

    private String visitRow(Actor body, Actor person) {
        return """
        insert into ledger.chief_visit (id, charge, region, party, on_day, place, went, who, seen,
            duties, body, person, filed_on, at)
        values (gen_random_uuid(), '%s', '%s', '990321', '2026-11-01', 'p', 'chief', '', '', '{}',
            '%s', '%s', '2026-11-01', now())
        """
                .formatted(charge, REGION, body.body(), person.person());
    }

    private String holdingRow(Actor by) {
        return """
        insert into ledger.chief_holding (charge, region, seq, from_day, holder, deputy, unit,
            reason, body, person, at)
        values ('%s', '%s', 2, now(), 'x', '', '%s', '', '%s', '%s', now())
        """
                .formatted(charge, REGION, by.body(), by.body(), by.person());
    }

    private static String chargeRow(Actor by) {
        return """
        insert into ledger.chief_charge (id, region, party, declared, kind, object_zh, commitment,
            basis, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', '', 'bay', 'x', '', 'x', '%s', '%s', now(), now())
        """
                .formatted(REGION, by.body().substring(0, 6), by.body(), by.person());
    }

    private String event(String step, Actor by, int seq, String unitThen) {
        return """
        insert into ledger.chief_event (id, matter, region, seq, step, text, unit, within, rule,
            provisional, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', %d, '%s', '', '%s', 0, '', false, '%s', '%s', now(),
            now())
        """
                .formatted(matter, REGION, seq, step, unitThen, by.body(), by.person());
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
