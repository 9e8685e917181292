package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.planning.waiting.Waiting;

/// Adjustments through their doors; every door of the plan leaves its journal entry.
@HouseTest
class AdjustingTest {
    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aUnitAsksTheLeadingGroupDecidesAndTheLedgerFollows() {
        var basin = new Basin(house, "basin-adjust");
        var year = PlanningTest.Year.of(house, basin);
        var plan = year.published(clock, basin.office());
        var adjusting = basin.door(Adjusting.class);
        var item = plan.items().getFirst();
        var unit = basin.unit("990100/hangdao");
        var later = item.deadline().plusDays(60);
        var wish =
                new Adjustment.Wish(
                        Change.MOVE_DEADLINE,
                        List.of(item.id()),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        later,
                        "汛期停航");
        var file = new ProgressReport.Attachment("说明.txt", "text/plain", new byte[] {65});
        var asked = (PlanAnswer.Done) adjusting.ask(unit, year.id(), wish, file);
        var assembly = basin.actor("basin-adjust:assembly", Power.APPROVE);
        assertThat(adjusting.decide(unit, asked.id(), true, "同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        assertThat(adjusting.decide(basin.office(), asked.id(), true, "同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        assertThat(adjusting.decide(assembly, asked.id(), true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(adjusting.decide(assembly, asked.id(), false, "又不同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_NOW));
        assertThat(basin.obligation(item.id(), item.parties().getFirst()).deadline())
                .isEqualTo(later);
        var entry = adjusting.register(basin.office(), year.id()).getFirst();
        assertThat(entry.promised().deadline()).isEqualTo(item.deadline());
        assertThat(entry.days()).isEqualTo(60);
        assertThat(adjusting.evidence(basin.office(), asked.id())).isPresent();
        var other = new Basin(house, "basin-adjust-other");
        assertThat(adjusting.ask(other.office(), year.id(), wish, null))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_FOUND));
    }

    @Test
    void everyDoorOfThePlanLeavesItsEntry() {
        var basin = new Basin(house, "basin-plan-doors");
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2\""));
        var doors = new DrivenDoors();
        var planning = basin.door(Planning.class);
        var steps = basin.door(PlanSteps.class);
        var adjusting = basin.door(Adjusting.class);
        var office = basin.office();
        int next = basin.ledger().today().getYear() + 1;
        var drawn = doors.run("Planning.draw", () -> planning.draw(office, next, "计划"));
        var id = ((PlanAnswer.Done) drawn).id();
        doors.run("Planning.list", () -> planning.list(office));
        var plan = doors.run("Planning.find", () -> planning.find(office, id)).orElseThrow();
        doors.run("Planning.mayChange", () -> Planning.mayChange(office, plan));
        doors.run("Planning.edition", () -> planning.edition(office, id, 0));
        var first = plan.items().getFirst();
        done(doors.run("Planning.change", () -> planning.change(office, id, first)));
        done(doors.run("Planning.add", () -> planning.add(office, id, first)));
        var last = planning.find(office, id).orElseThrow().items().getLast();
        done(doors.run("Planning.remove", () -> planning.remove(office, id, last.id(), 1)));
        done(
                doors.run(
                        "PlanSteps.take",
                        () -> steps.take(office, id, PlanStep.Kind.CIRCULATED, "")));
        var said = doors.run("Planning.comment", () -> planning.comment(office, id, "", "好"));
        var comment = ((PlanAnswer.Done) said).id();
        done(doors.run("Planning.answer", () -> planning.answer(office, comment, true, "谢")));
        clock.moveTo(clock.instant().plusSeconds(40 * 86_400));
        done(steps.take(office, id, PlanStep.Kind.PUBLISHED, ""));
        var wish =
                new Adjustment.Wish(
                        Change.SPLIT,
                        List.of(first.id()),
                        List.of("甲", "乙"),
                        "",
                        List.of(),
                        List.of(),
                        null,
                        "分工");
        var asked = doors.run("Adjusting.ask", () -> adjusting.ask(office, id, wish, null));
        var adjustment = ((PlanAnswer.Done) asked).id();
        doors.run("Adjusting.mayDecide", () -> adjusting.mayDecide(office, Change.SPLIT));
        done(doors.run("Adjusting.decide", () -> adjusting.decide(office, adjustment, true, "同意")));
        doors.run("Adjusting.list", () -> adjusting.list(office, id));
        doors.run("Adjusting.changed", () -> adjusting.changed(office, id));
        doors.run("Adjusting.register", () -> adjusting.register(office, id));
        doors.run("Adjusting.evidence", () -> adjusting.evidence(office, adjustment));
        var published = basin.door(PublishedPlans.class);
        doors.run("PublishedPlans.list", () -> published.list(office, basin.region()));
        var waiting = basin.door(Waiting.class);
        var all = planning.find(office, id).orElseThrow().items();
        doors.run("Waiting.find", () -> waiting.find(office, basin.region(), all.getFirst().id()));
        doors.run("Waiting.of", () -> waiting.of(office, basin.region(), all));
        doors.requireAll(
                List.of(
                        Planning.class,
                        PlanSteps.class,
                        Adjusting.class,
                        PublishedPlans.class,
                        Waiting.class));
        assertThat(doors.wrote("Adjusting.decide"))
                .contains("ledger.plan_item", "ledger.plan_step", "ledger.adjustment_decision");
    }

    private static void done(PlanAnswer answer) {
        assertThat(answer).isInstanceOf(PlanAnswer.Done.class);
    }
}
