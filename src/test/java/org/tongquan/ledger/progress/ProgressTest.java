package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.progress.Answer.Reason;

/// Reports that are confirmed, contradicted, missing, or tell of no progress, in the invented
/// region.
@HouseTest
class ProgressTest {
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";
    private static final Progress.Wanted ALL = new Progress.Wanted("", null, "");

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Confirming confirming;
    @Autowired private Progress progress;
    @Autowired private ReportDay day;
    @Autowired private Inbox inbox;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private Card card(Basin basin, Actor actor) {
        return basin.ledger().find(actor, basin.region(), BANK).orElseThrow();
    }

    /// A report of the lead on the river bank, with units of the county and of a neighbour beside
    /// it.
    private UUID filed(Basin basin) {
        for (var unit : List.of("990321/nongye", "990200/huanjing")) {
            basin.ledger()
                    .assign(
                            basin.office(),
                            basin.region(),
                            BANK,
                            COUNTY,
                            unit,
                            Assignment.Role.COOPERATING);
        }
        var filing =
                basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, COUNTY, 20));
        return ((Filing.Filed) filing).id();
    }

    private List<String> told(Actor actor) {
        return inbox.list(actor, false).stream().map(Told::message).toList();
    }

    @Test
    void cooperatingUnitsAreToldOfAReportAndTheirLastWordCounts() {
        var basin = new Basin(house, "basin-confirm");
        var id = filed(basin);
        var own = basin.unit("990321/nongye");
        var neighbour = basin.unit("990200/huanjing");
        assertThat(told(own)).containsOnlyOnce("progress.told.confirm");
        assertThat(told(neighbour)).contains("progress.told.confirm");
        assertThat(card(basin, neighbour).reports()).as("sees what it is asked about").hasSize(1);

        assertThat(confirming.confirm(own, card(basin, own), id, true, "", 0))
                .isInstanceOf(Answer.Kept.class);
        assertThat(confirming.confirm(neighbour, card(basin, neighbour), id, false, " ", 0))
                .isEqualTo(new Answer.Refused(Reason.TEXT));
        assertThat(confirming.confirm(neighbour, card(basin, neighbour), id, false, "未完工", 0))
                .isInstanceOf(Answer.Kept.class);
        assertThat(told(basin.unit("990321/shuili"))).contains("progress.told.contradicted");
        assertThat(told(basin.office())).contains("progress.told.contradicted");
        assertThat(confirming.confirm(own, card(basin, own), id, true, "", 0))
                .as("two people of one unit")
                .isEqualTo(new Answer.Refused(Reason.CHANGED));
        assertThat(confirming.confirm(own, card(basin, own), id, true, "", 1))
                .isEqualTo(new Answer.Refused(Reason.SAME));

        var seen = card(basin, basin.office());
        var said = confirming.list(basin.office(), basin.region(), BANK);
        assertThat(confirming.places(seen, seen.reports().getFirst(), said))
                .extracting(Confirming.Place::unit, p -> p.said() == null || p.said().agrees())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("990321/nongye", true),
                        org.assertj.core.groups.Tuple.tuple("990200/huanjing", false));
    }

    @Test
    void whoDoesNotCooperateConfirmsNothingAndAReturnedReportIsPastIt() {
        var basin = new Basin(house, "basin-confirm-not");
        var id = filed(basin);
        var lead = basin.unit("990321/shuili");
        var office = basin.office();
        var own = basin.unit("990321/nongye");
        for (var actor : List.of(lead, office)) {
            assertThat(confirming.confirm(actor, card(basin, actor), id, true, "", 0))
                    .isEqualTo(new Answer.Refused(Reason.NOT_YOURS));
            refused(actor, basin, id, "990321/nongye", true);
            refused(actor, basin, id, actor.body(), true);
        }
        refused(own, basin, id, own.body(), false);
        assertThat(confirming.confirm(own, card(basin, own), UUID.randomUUID(), true, "", 0))
                .isEqualTo(new Answer.Refused(Reason.NOT_FOUND));
        basin.ledger().giveBack(office, id, "缺佐证");
        assertThat(confirming.confirm(own, card(basin, own), id, true, "", 0))
                .isEqualTo(new Answer.Refused(Reason.RETURNED));
        refused(own, basin, id, own.body(), true);
        assertThat(confirming.list(basin.unit("990100/hangdao"), basin.region(), BANK)).isEmpty();
    }

    @Test
    void aUnitDoesNotConfirmItsOwnReport() {
        var basin = new Basin(house, "basin-confirm-own");
        var id = filed(basin);
        var lead = basin.unit("990321/shuili");
        var cooperating = Assignment.Role.COOPERATING;
        basin.ledger()
                .assign(basin.office(), basin.region(), BANK, COUNTY, lead.body(), cooperating);
        var card = card(basin, lead);
        assertThat(confirming.mayConfirm(lead, card, COUNTY)).as("it is both").isTrue();
        assertThat(confirming.confirm(lead, card, id, true, "", 0))
                .isEqualTo(new Answer.Refused(Reason.NOT_YOURS));
        refused(lead, basin, id, lead.body(), true);
    }

    private void refused(Actor actor, Basin basin, UUID report, String body, boolean ownPerson) {
        var sql =
                """
                insert into ledger.confirmation (id, progress, region, commitment, party, revision,
                    agrees, reason, body, person, at)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', 9, true, '', '%s', '%s',
                    current_timestamp)
                """
                        .formatted(
                                report,
                                basin.region(),
                                BANK,
                                COUNTY,
                                body,
                                ownPerson ? actor.person() : "somebody");
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void anItemOfThePlanWithoutReportsIsToldOnceAlsoAfterARestart() {
        var basin = new Basin(house, "basin-rhythm");
        var item = published(basin);
        begin(basin, "%d-03-05");
        assertThat(told(basin.unit("990200/gov"))).doesNotContain("progress.told.missing");
        var before = told(basin.office());
        begin(basin, "%d-03-06");
        begin(basin, "%d-03-06");
        begin(basin, "%d-03-07");
        assertThat(told(basin.unit("990200/gov"))).containsOnlyOnce("progress.told.missing");
        assertThat(told(basin.office()))
                .as("one sentence for the day")
                .hasSize(before.size() + 1)
                .contains("progress.told.office.missing");

        var owed = owed(basin, item);
        assertThat(owed.rounds().word()).contains(Rounds.Word.MISSING);
        assertThat(owed.owing()).containsExactly("990200/gov");
        assertThat(progress.alarms(basin.office(), basin.region(), item)).hasSize(1);
        assertThat(progress.mismatches(basin.office(), basin.region())).isEmpty();
        var elsewhere = basin.unit("990100/hangdao");
        assertThat(progress.due(elsewhere, basin.region(), ALL).rows())
                .as("a department sees what its own party owes")
                .allMatch(o -> o.row().party().equals("990100"));
        assertThat(progress.alarms(elsewhere, basin.region(), item)).isEmpty();
    }

    @Test
    void reportsWithoutProgressAreAnAlarmAndTheListNamesThem() {
        var basin = new Basin(house, "basin-idle");
        var item = published(basin);
        var unit = basin.unit("990200/gov");
        for (var on : List.of("%d-02-27", "%d-03-30", "%d-04-29")) {
            moveTo(basin, on);
            basin.ledger().report(unit, basin.report(item, "990200", 30));
        }
        begin(basin, "%d-05-01");
        begin(basin, "%d-05-02");
        assertThat(told(unit)).containsOnlyOnce("progress.told.idle");
        assertThat(told(basin.office())).containsOnlyOnce("progress.told.office.idle");
        var idle = new Progress.Wanted("990200", Rounds.Word.IDLE, "990200/gov");
        assertThat(progress.due(basin.office(), basin.region(), idle).rows())
                .extracting(o -> o.row().commitment())
                .contains(item);
        // a later return changes what follows now, not what was told then
        var first = basin.ledger().find(unit, basin.region(), item).orElseThrow().reports();
        basin.ledger().giveBack(basin.office(), first.getFirst().id(), "缺佐证");
        assertThat(owed(basin, item).rounds().isIdle()).isFalse();
        assertThat(progress.mismatches(basin.office(), basin.region())).isEmpty();
    }

    @Test
    void nobodyRaisesOrRemovesAnAlarmBySql() {
        var basin = new Basin(house, "basin-alarm-break");
        var office = basin.office();
        for (var sql :
                List.of(
                        "insert into ledger.report_alarm (id, region, commitment, party, kind, key,"
                                + " day, since, count, rule, facts, bodies, at) values"
                                + " (gen_random_uuid(), 'basin-alarm-break', 'x', '990321', 'idle',"
                                + " 'k', current_date, current_date, 1, '', '', '{}',"
                                + " current_timestamp)",
                        "delete from ledger.report_alarm",
                        "update ledger.confirmation set agrees = true")) {
            assertThatThrownBy(() -> acting.run(office, () -> db.sql(sql).update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private Progress.Owed owed(Basin basin, String item) {
        return progress.of(basin.office(), basin.region(), item).getFirst();
    }

    /// Publishes next year's plan on 1 February; the item of the yearly fair, which its government
    /// leads.
    private String published(Basin basin) {
        var planning = basin.door(Planning.class);
        var office = basin.office();
        var year = LocalDate.now(org.tongquan.ledger.Ledger.ZONE).getYear() + 1;
        var drawn = planning.draw(office, year, "云河年度计划");
        var id = ((PlanAnswer.Done) drawn).id();
        var steps = basin.door(PlanSteps.class);
        steps.take(office, id, PlanStep.Kind.CIRCULATED, "");
        moveTo(basin, "%d-02-01");
        steps.take(office, id, PlanStep.Kind.PUBLISHED, "");
        return planning.find(office, id).orElseThrow().items().stream()
                .filter(i -> i.parent().equals("y02-fair"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private LocalDate moveTo(Basin basin, String day) {
        var year = LocalDate.now(org.tongquan.ledger.Ledger.ZONE).getYear() + 1;
        var on = LocalDate.parse(day.formatted(year));
        clock.moveTo(on.atTime(6, 0).toInstant(ZoneOffset.UTC));
        return on;
    }

    private void begin(Basin basin, String on) {
        var today = moveTo(basin, on);
        basin.ledger().refresh(basin.region());
        day.begin(basin.region(), today);
    }
}
