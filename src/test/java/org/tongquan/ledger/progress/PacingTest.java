package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.progress.Answer.Reason;

/// Reports owed by month, by quarter and by node beside each other, as set for each item.
@HouseTest
class PacingTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Pacing pacing;
    @Autowired private Progress progress;
    @Autowired private ReportDay day;

    private int year;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private void today(LocalDate on) {
        clock.moveTo(on.atTime(LocalTime.NOON).atZone(Ledger.ZONE).toInstant());
    }

    /// The items of next year's plan, published on its first of February.
    private List<PlanItem> items(Basin basin) {
        var planning = basin.door(Planning.class);
        var steps = basin.door(PlanSteps.class);
        var office = basin.office();
        year = basin.ledger().today().getYear() + 1;
        var plan = ((PlanAnswer.Done) planning.draw(office, year, "云河年度计划")).id();
        steps.take(office, plan, PlanStep.Kind.CIRCULATED, "");
        clock.moveTo(LocalDate.of(year, 2, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(steps.take(office, plan, PlanStep.Kind.PUBLISHED, ""))
                .isInstanceOf(PlanAnswer.Done.class);
        return planning.find(office, plan).orElseThrow().items();
    }

    private static Card card(Basin basin, String item) {
        return basin.ledger().find(basin.office(), basin.region(), item).orElseThrow();
    }

    private Rounds rounds(Basin basin, PlanItem item) {
        return progress.of(basin.office(), basin.region(), item.id()).stream()
                .filter(o -> o.row().party().equals(item.parties().getFirst()))
                .findFirst()
                .orElseThrow()
                .rounds();
    }

    private void report(Basin basin, PlanItem item, int percent) {
        var party = item.parties().getFirst();
        var card = card(basin, item.id());
        var lead = card.leads(party).stream().filter(u -> u.startsWith(party)).findFirst();
        var unit = basin.unit(lead.orElse(party + "/shuili"));
        assertThat(basin.ledger().report(unit, basin.report(item.id(), party, percent)))
                .isInstanceOf(Filing.Filed.class);
    }

    @Test
    void monthQuarterAndNodeAreInEffectTogetherAndMissingLateAndIdleAreFoundInEach() {
        var basin = new Basin(house, "basin-pace");
        var items = items(basin);
        var paced = new LinkedHashMap<Pace.Rhythm, PlanItem>();
        var office = basin.office();
        for (var rhythm : List.of(Pace.Rhythm.MONTHLY, Pace.Rhythm.QUARTERLY, Pace.Rhythm.NODE)) {
            var item = items.get(paced.size());
            assertThat(pacing.set(office, card(basin, item.id()), rhythm, 0))
                    .isInstanceOf(Answer.Kept.class);
            paced.put(rhythm, item);
        }
        // the tenth of November: nobody has reported; each misses its own periods
        today(LocalDate.of(year, 11, 10));
        day.begin(basin.region(), LocalDate.of(year, 11, 10));
        var missing = new LinkedHashMap<Pace.Rhythm, Integer>();
        paced.forEach((rhythm, item) -> missing.put(rhythm, rounds(basin, item).missing()));
        assertThat(missing.get(Pace.Rhythm.MONTHLY)).isEqualTo(9);
        assertThat(missing.get(Pace.Rhythm.QUARTERLY)).isEqualTo(3);
        assertThat(missing.get(Pace.Rhythm.NODE))
                .isEqualTo(nodesBefore(paced.get(Pace.Rhythm.NODE), LocalDate.of(year, 11, 5)));
        paced.forEach(
                (rhythm, item) -> {
                    assertThat(progress.alarms(office, basin.region(), item.id()))
                            .as("%s", rhythm)
                            .extracting(Alarm::kind)
                            .contains(Alarm.Kind.MISSING);
                    report(basin, item, 20);
                    assertThat(rounds(basin, item).rounds())
                            .as("%s came, but late", rhythm)
                            .extracting(Round::state)
                            .contains(Round.State.LATE);
                });
        // twice no progress
        for (int on = 20; on <= 21; on++) {
            today(LocalDate.of(year, 11, on));
            paced.values().forEach(item -> report(basin, item, 20));
        }
        day.begin(basin.region(), LocalDate.of(year, 11, 22));
        paced.forEach(
                (rhythm, item) ->
                        assertThat(progress.alarms(office, basin.region(), item.id()))
                                .as("%s", rhythm)
                                .extracting(Alarm::kind)
                                .contains(Alarm.Kind.IDLE));
        pacing.set(office, card(basin, items.getFirst().id()), Pace.Rhythm.QUARTERLY, 1);
        assertThat(progress.mismatches(office, basin.region()))
                .as("an alarm rests on the rhythm as it was set then")
                .isEmpty();
    }

    private static int nodesBefore(PlanItem item, LocalDate day) {
        var nodes = new java.util.TreeSet<LocalDate>();
        item.milestones().forEach(m -> nodes.add(m.due()));
        nodes.add(item.deadline());
        return (int)
                nodes.stream()
                        .filter(n -> n.isBefore(day))
                        .filter(n -> !n.isBefore(LocalDate.of(day.getYear(), 2, 1)))
                        .count();
    }

    @Test
    void everyDoorLeavesItsEntryAndOnlyACommonBodySets() {
        var basin = new Basin(house, "basin-pace-doors");
        var item = items(basin).getFirst();
        var office = basin.office();
        var card = card(basin, item.id());
        var doors = new DrivenDoors();
        assertThat(doors.run("Pacing.maySet", () -> pacing.maySet(office, card))).isTrue();
        var set = doors.run("Pacing.set", () -> pacing.set(office, card, Pace.Rhythm.QUARTERLY, 0));
        assertThat(set).isInstanceOf(Answer.Kept.class);
        assertThat(doors.wrote("Pacing.set")).contains("ledger.item_rhythm", "ledger.told");
        doors.run("Pacing.of", () -> pacing.of(office, basin.region(), item.id()));
        doors.requireAll(List.of(Pacing.class));
        assertThat(pacing.set(office, card, Pace.Rhythm.QUARTERLY, 1))
                .isEqualTo(new Answer.Refused(Reason.SAME));
        assertThat(pacing.set(office, card, Pace.Rhythm.NODE, 0))
                .as("another was set since the form was made")
                .isEqualTo(new Answer.Refused(Reason.CHANGED));
        var unit = basin.unit("990100/hangdao");
        assertThat(pacing.set(unit, card, Pace.Rhythm.NODE, 1))
                .isEqualTo(new Answer.Refused(Reason.NOT_YOURS));
        var bank = card(basin, "y01-county-bank");
        assertThat(pacing.set(office, bank, Pace.Rhythm.NODE, 0))
                .as("a commitment has the rhythm of its text")
                .isEqualTo(new Answer.Refused(Reason.NOT_YOURS));
        refused(unit, basin.region(), item.id());
        refused(basin.actor(unit.body(), Power.values()), basin.region(), item.id());
        refused(new Basin(house, "basin-pace-other").office(), basin.region(), item.id());
        refused(office, basin.region(), "y01-county-bank");
    }

    private void refused(Actor actor, String region, String item) {
        var sql =
                """
                insert into ledger.item_rhythm
                    (id, region, item, revision, rhythm, body, person, at)
                values (gen_random_uuid(), '%s', '%s', 9, 'node', host.body(), host.person(), now())
                """
                        .formatted(region, item);
        assertThatThrownBy(() -> acting.as(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theOfficeSetsItOnTheItemsPageAndWhoReportsIsTold() throws Exception {
        var basin = new Basin(house, "basin-pace-page");
        var item = items(basin).getFirst();
        var page = "/ledger/" + basin.region() + "/" + item.id();
        basin.account("pace-office", basin.office().body());
        try (var browser = TestBrowser.signedIn(port, "pace-office", Basin.PASSWORD)) {
            assertThat(browser.get(page).body()).contains("按计划规则填报");
            browser.post(page + "/rhythm", Map.of("rhythm", "node", "seen", "0"));
            assertThat(browser.get(page).body()).contains("按节点填报");
            var stale = browser.post(page + "/rhythm", Map.of("rhythm", "monthly", "seen", "0"));
            assertThat(stale.body()).contains("role=\"alert\"");
            assertThat(browser.post(page + "/rhythm", Map.of("rhythm", "daily")).statusCode())
                    .isEqualTo(404);
        }
        var party = item.parties().getFirst();
        var told =
                card(basin, item.id()).leads(party).stream()
                        .flatMap(u -> basin.door(Inbox.class).list(basin.unit(u), false).stream())
                        .filter(t -> t.message().equals("progress.told.rhythm"));
        assertThat(told).isNotEmpty();
    }
}
