package org.tongquan.ledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;

/// A plan as programs find it.
record PublishedPlan(UUID id, List<org.tongquan.ledger.planning.PlanItem> items) {

    /// A plan of next year that is drawn up.
    static PublishedPlan drawn(Basin basin) {
        var planning = basin.door(Planning.class);
        int year = basin.ledger().today().getYear() + 1;
        var drawn = (PlanAnswer.Done) planning.draw(basin.office(), year, "plan");
        return of(planning.find(basin.office(), drawn.id()).orElseThrow());
    }

    private static PublishedPlan of(Plan plan) {
        return new PublishedPlan(plan.head().id(), plan.items());
    }

    /// The same, published in February of its year; the house's clock is moved there.
    static PublishedPlan of(ApplicationContext house, Basin basin) {
        var plan = drawn(basin);
        var steps = basin.door(PlanSteps.class);
        steps.take(basin.office(), plan.id(), PlanStep.Kind.CIRCULATED, "");
        var then = LocalDate.of(basin.ledger().today().getYear() + 1, 2, 1);
        house.getBean(HouseClock.class).moveTo(then.atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(steps.take(basin.office(), plan.id(), PlanStep.Kind.PUBLISHED, ""))
                .isInstanceOf(PlanAnswer.Done.class);
        return plan;
    }

    /// A change asked for: a later deadline of the first item.
    static UUID asked(Basin basin, PublishedPlan plan) {
        var first = plan.items().getFirst();
        var wish =
                new Adjustment.Wish(
                        Change.MOVE_DEADLINE,
                        List.of(first.id()),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        first.deadline().plusDays(30),
                        "flood");
        var unit = basin.unit("990100/hangdao");
        return ((PlanAnswer.Done) basin.door(Adjusting.class).ask(unit, plan.id(), wish, null))
                .id();
    }
}
