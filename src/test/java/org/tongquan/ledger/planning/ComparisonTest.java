package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.standing.Milestone;

/// Two editions side by side: what came, what went, and every field that reads otherwise.
class ComparisonTest {
    private static final LocalDate START = LocalDate.parse("2027-01-01");
    private static final LocalDate END = LocalDate.parse("2027-12-31");

    private static PlanItem item(String id, int place, int revision) {
        return new PlanItem(
                id,
                place,
                revision,
                "c1",
                "事项",
                "item",
                "transport",
                START,
                END,
                List.of("p1"),
                List.of("p1/u"),
                List.of(new PlanItem.Share("p2/u", "供图")),
                "处长",
                2,
                List.of(new Milestone(END, 100, "完成")),
                List.of("2027-009"));
    }

    private static final PlanItem OTHER =
            new PlanItem(
                    "2027-001",
                    1,
                    1,
                    "c2",
                    "别的",
                    "other",
                    "water",
                    START.plusDays(1),
                    END.minusDays(1),
                    List.of("p1", "p2"),
                    List.of("p2/u"),
                    List.of(new PlanItem.Share("p2/u", "供图和审核")),
                    "局长",
                    3,
                    List.of(new Milestone(END.minusDays(1), 100, "完成")),
                    List.of());

    @Test
    void everyFieldThatReadsOtherwiseIsNamed() {
        assertThat(Comparison.of(List.of(item("2027-001", 1, 1)), List.of(OTHER)))
                .singleElement()
                .extracting(Comparison.Pair::changed)
                .isEqualTo(
                        List.of(
                                "text",
                                "english",
                                "start",
                                "deadline",
                                "parties",
                                "lead",
                                "shares",
                                "responsible",
                                "weight",
                                "milestones",
                                "depends",
                                "category",
                                "parent"));
    }

    @Test
    void whatCameAndWhatWentStandAlone() {
        var pairs =
                Comparison.of(
                        List.of(item("2027-001", 1, 1), item("2027-003", 3, 1)),
                        List.of(item("2027-002", 2, 1), item("2027-003", 1, 7)));
        assertThat(pairs)
                .as("another place or revision is no change")
                .extracting(Comparison.Pair::id)
                .containsExactly("2027-001", "2027-002");
        assertThat(pairs.get(0).after()).isNull();
        assertThat(pairs.get(1).before()).isNull();
        assertThat(pairs).allMatch(p -> p.changed().isEmpty());
    }

    @Test
    void ofChosenItemsAnotherWeightAloneIsNone() {
        var before = List.of(item("2027-001", 1, 1), item("2027-002", 2, 1));
        var after = List.of(item("2027-001", 1, 2).weighing(4), item("2027-002", 2, 2));
        assertThat(Comparison.of(List.of("2027-001", "2027-002"), before, after)).isEmpty();
        assertThat(Comparison.of(before, after))
                .singleElement()
                .extracting(Comparison.Pair::changed)
                .isEqualTo(List.of("weight"));
        var moved = item("2027-001", 1, 2).due(END.minusDays(9), List.of()).weighing(4);
        assertThat(Comparison.of(List.of("2027-001"), before, List.of(moved)))
                .singleElement()
                .extracting(Comparison.Pair::changed)
                .isEqualTo(List.of("deadline", "weight", "milestones"));
    }
}
