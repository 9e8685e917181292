package org.tongquan.ledger.planning.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.planning.PlanItem;

/// Who waits for whom, and when somebody should look at it.
class WaitsTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-05-10");

    private static PlanItem item(String id, String start, String deadline, String... depends) {
        return new PlanItem(
                id,
                1,
                1,
                "",
                id,
                "",
                "",
                LocalDate.parse(start),
                LocalDate.parse(deadline),
                List.of("p"),
                List.of(),
                List.of(),
                "",
                1,
                List.of(),
                List.of(depends));
    }

    private static final PlanItem SITE = item("site", "2027-01-01", "2027-04-30");
    private static final PlanItem DESIGN = item("design", "2027-01-01", "2027-06-30");
    private static final PlanItem WORKS =
            item("works", "2027-06-01", "2027-12-31", "site", "design");

    private static List<Wait> waits(Map<String, Integer> percents) {
        return Waits.of(List.of(SITE, DESIGN, WORKS), percents, TODAY);
    }

    @Test
    void aLatePredecessorAndOneDueAfterTheStartAreWarnings() {
        var waits = waits(Map.of("site", 80, "design", 20));
        assertThat(waits).extracting(w -> w.on().id()).containsExactly("site", "design");
        assertThat(waits).extracting(Wait::late).containsExactly(true, false);
        assertThat(waits)
                .as("due 30 April, begins 1 June; due 30 June, begins 1 June")
                .extracting(Wait::clashes)
                .containsExactly(false, true);
        assertThat(waits).extracting(Wait::percent).containsExactly(80, 20);
        assertThat(waits).allMatch(Wait::isWarning);
    }

    @Test
    void whatIsFinishedIsWaitedForNoLonger() {
        assertThat(waits(Map.of("site", 100, "design", 99)))
                .extracting(w -> w.on().id())
                .containsExactly("design");
        assertThat(waits(Map.of("site", 100, "design", 100))).isEmpty();
        assertThat(waits(Map.of("works", 100))).as("it did not wait").isEmpty();
    }

    @Test
    void whatTheReaderDoesNotSeeCountsAsUnfinished() {
        assertThat(waits(Map.of())).extracting(Wait::percent).containsExactly(-1, -1);
    }

    @Test
    void theOrderOfTheItemsChangesNothing() {
        var percents = Map.of("site", 80, "design", 20);
        var expected = new HashSet<>(waits(percents));
        var items = new ArrayList<>(List.of(SITE, DESIGN, WORKS));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(items, new Random(seed));
            assertThat(new HashSet<>(Waits.of(items, percents, TODAY))).isEqualTo(expected);
        }
    }
}
