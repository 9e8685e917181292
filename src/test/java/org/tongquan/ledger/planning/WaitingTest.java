package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.planning.waiting.Wait;
import org.tongquan.ledger.planning.waiting.Waiting;

/// A dependency of the plan has an effect: it is shown with its reason, and warned of as days
// begin.
@HouseTest
class WaitingTest {
    private static final String BOAT = "990100/hangdao";

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void anItemThatWaitsSaysForWhatAndWhoLeadsIsWarnedOnce() {
        var basin = new Basin(house, "basin-waits");
        var year = PlanningTest.Year.of(house, basin);
        var drawn = year.draw();
        var before =
                drawn.items().stream()
                        .filter(i -> i.lead().contains(BOAT))
                        .findFirst()
                        .orElseThrow();
        var after = drawn.items().stream().filter(i -> !i.equals(before)).findFirst().orElseThrow();
        var linked = PlanningTest.Year.worded(after, "后续事项").after(List.of(before.id()));
        assertThat(year.planning().change(basin.office(), year.id(), linked))
                .isInstanceOf(PlanAnswer.Done.class);
        year.take(basin.office(), PlanStep.Kind.CIRCULATED);
        moveTo(drawn.head().year() + "-02-01");
        year.take(basin.office(), PlanStep.Kind.PUBLISHED);

        var waiting = basin.door(Waiting.class);
        var placed = waiting.find(basin.office(), basin.region(), after.id()).orElseThrow();
        assertThat(placed.waits())
                .singleElement()
                .extracting(w -> w.on().id())
                .isEqualTo(before.id());
        assertThat(placed.waits().getFirst().clashes()).as("both begin on 1 January").isTrue();
        assertThat(placed.waits().getFirst().late()).isFalse();
        assertThat(
                        waiting.find(basin.office(), basin.region(), before.id())
                                .orElseThrow()
                                .awaited())
                .singleElement()
                .extracting(w -> w.item().id())
                .isEqualTo(after.id());

        var day = basin.door(NewDay.class);
        day.begin(basin.region());
        day.begin(basin.region());
        assertThat(told(basin, "planning.told.waits-clash")).hasSize(1);
        assertThat(told(basin, "planning.told.waits-late")).isEmpty();

        moveTo(before.deadline().plusDays(1).toString());
        day.begin(basin.region());
        assertThat(told(basin, "planning.told.waits-late")).hasSize(1);

        for (var party : before.parties()) {
            var reporter = basin.ledger().find(basin.office(), basin.region(), before.id());
            var lead = reporter.orElseThrow().leads(party).getFirst();
            basin.ledger().report(basin.unit(lead), basin.report(before.id(), party, 100));
        }
        assertThat(waiting.of(basin.office(), basin.region(), year.plan().items()))
                .as("finished, though late")
                .extracting(Wait::on)
                .isEmpty();
    }

    private void moveTo(String day) {
        clock.moveTo(java.time.LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC));
    }

    private static List<Told> told(Basin basin, String message) {
        return basin.door(Inbox.class).list(basin.unit(BOAT), false).stream()
                .filter(t -> t.message().equals(message))
                .toList();
    }
}
