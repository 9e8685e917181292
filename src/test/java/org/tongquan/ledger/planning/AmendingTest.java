package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.ledger.standing.Milestone;

/// What each kind of adjustment makes of a plan of three items.
class AmendingTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-04-15");
    private static final LocalDate END = LocalDate.parse("2027-12-31");
    private static final PlanRule RULE =
            new PlanRule(
                    "plan-test",
                    TODAY,
                    null,
                    10,
                    10,
                    Period.ofMonths(3),
                    PlanRule.RollUp.WORST,
                    Period.ofMonths(1),
                    null,
                    null,
                    2,
                    List.of(),
                    null,
                    null,
                    true);

    private static PlanItem item(int n, String... depends) {
        return new PlanItem(
                "2027-%03d".formatted(n),
                n,
                1,
                "c" + n,
                "事项" + n,
                "item " + n,
                "transport",
                LocalDate.parse("2027-01-01"),
                END,
                List.of("p" + n),
                List.of("p" + n + "/u"),
                List.of(),
                "",
                1,
                List.of(
                        new Milestone(LocalDate.parse("2027-06-30"), 50, "半"),
                        new Milestone(END, 100, "全")),
                List.of(depends));
    }

    private static Amending plan(PlanItem... items) {
        var head =
                new Plan.Head(
                        new UUID(0, 1), "r", 2027, "计划", PlanStep.Kind.PUBLISHED, items.length);
        return new Amending(
                new Plan(head, List.of(items), List.of(), List.of(), List.of()),
                RULE,
                TODAY,
                items.length);
    }

    private static Adjustment.Wish wish(
            Change change, List<String> items, List<String> texts, @Nullable LocalDate day) {
        return new Adjustment.Wish(change, items, texts, "", List.of("p9"), List.of(), day, "汛期");
    }

    @Test
    void aMovedDeadlineTakesItsLastMilestoneAlong() {
        var after =
                plan(item(1), item(2))
                        .apply(
                                wish(
                                        Change.MOVE_DEADLINE,
                                        List.of("2027-001"),
                                        List.of(),
                                        LocalDate.parse("2028-02-29")));
        assertThat(after.getFirst().milestones())
                .containsExactly(
                        new Milestone(LocalDate.parse("2027-06-30"), 50, "半"),
                        new Milestone(LocalDate.parse("2028-02-29"), 100, "全"));
        assertThat(after.get(1)).isEqualTo(item(2));
        var earlier =
                plan(item(1))
                        .apply(
                                wish(
                                        Change.MOVE_DEADLINE,
                                        List.of("2027-001"),
                                        List.of(),
                                        LocalDate.parse("2027-05-31")));
        assertThat(earlier.getFirst().milestones())
                .containsExactly(new Milestone(LocalDate.parse("2027-05-31"), 100, "全"));
    }

    @Test
    void aSplitMakesItemsWithNumbersOfTheirOwnInThePlaceOfTheOld() {
        var after =
                plan(item(1), item(2))
                        .apply(wish(Change.SPLIT, List.of("2027-001"), List.of("甲", "乙"), null));
        assertThat(after)
                .extracting(PlanItem::id)
                .containsExactly("2027-003", "2027-004", "2027-002");
        assertThat(after).extracting(PlanItem::textZh).startsWith("甲", "乙");
        assertThat(after.getFirst().parent()).isEqualTo("c1");
    }

    @Test
    void aMergeUnitesPartiesAndUnitsAndWhoWaitedWaitsForTheWhole() {
        var after =
                plan(item(1), item(2), item(3, "2027-002"))
                        .apply(
                                wish(
                                        Change.MERGE,
                                        List.of("2027-001", "2027-002"),
                                        List.of("合"),
                                        null));
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().parties()).containsExactly("p1", "p2");
        assertThat(after.getFirst().lead()).containsExactly("p1/u", "p2/u");
        assertThat(after.get(1).depends()).containsExactly("2027-001");
    }

    @Test
    void whatAnotherItemWaitsForIsNotCancelled() {
        var plan = plan(item(1), item(2, "2027-001"));
        assertThat(plan.faults(wish(Change.CANCEL, List.of("2027-001"), List.of(), null)))
                .containsExactly(PlanFault.DEPENDS);
        assertThat(plan.apply(wish(Change.CANCEL, List.of("2027-002"), List.of(), null)))
                .containsExactly(item(1));
    }

    @Test
    void everyFaultOfAWishIsToldAtOnce() {
        var empty =
                new Adjustment.Wish(
                        Change.ADD,
                        List.of("2027-009"),
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        null,
                        " ");
        assertThat(plan(item(1)).faults(empty))
                .containsExactly(
                        PlanFault.NOT_FOUND, PlanFault.TEXT, PlanFault.REASON, PlanFault.DAYS);
    }

    @Test
    void theRegisterKeepsTheFirstPromiseAndCountsHowOftenItMoved() {
        var first = item(1);
        var moved =
                plan(first)
                        .apply(
                                wish(
                                        Change.MOVE_DEADLINE,
                                        List.of("2027-001"),
                                        List.of(),
                                        END.plusDays(30)));
        var again =
                plan(moved.getFirst())
                        .apply(
                                wish(
                                        Change.MOVE_DEADLINE,
                                        List.of("2027-001"),
                                        List.of(),
                                        END.plusDays(10)));
        var register =
                Register.of(
                        List.of(
                                new Register.Edition(TODAY, List.of(first, item(2))),
                                new Register.Edition(TODAY.plusDays(1), List.of(moved.getFirst())),
                                new Register.Edition(TODAY.plusDays(2), again)));
        assertThat(register).hasSize(2);
        var entry = register.getFirst();
        assertThat(entry.promised().deadline()).isEqualTo(END);
        assertThat(entry.moved()).isEqualTo(2);
        assertThat(entry.days()).isEqualTo(10);
        assertThat(register.get(1).now()).isNull();
    }
}
