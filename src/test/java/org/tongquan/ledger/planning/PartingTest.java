package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.ledger.planning.Adjustment.Part;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Milestone;

/// What a split and a merge make of weights, members, units, deadlines, milestones and waiting.
class PartingTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-08-15");
    private static final LocalDate START = LocalDate.parse("2027-01-01");
    private static final LocalDate END = LocalDate.parse("2027-12-31");
    private static final LocalDate HALF = LocalDate.parse("2027-06-30");

    private static PlanItem item(
            int n, String parent, int weight, List<String> parties, String... depends) {
        return new PlanItem(
                "2027-%03d".formatted(n),
                n,
                1,
                parent,
                "事项" + n,
                "",
                "transport",
                START,
                END,
                parties,
                parties.stream().map(p -> p + "/u").toList(),
                parties.stream().map(p -> new PlanItem.Share(p + "/help", "做" + n)).toList(),
                "处长" + n,
                weight,
                List.of(new Milestone(HALF, 50, "半"), new Milestone(END, Duty.DONE, "验收")),
                List.of(depends));
    }

    private static final PlanItem WHOLE = item(1, "c1", 4, List.of("p1", "p2"));

    private static List<PlanItem> split(List<PlanItem> items, Part... parts) {
        var wish = splitting(items.getFirst(), parts);
        var parting = new Parting(items.getFirst(), wish, TODAY);
        assertThat(parting.faults()).isEmpty();
        return parting.of(plan(items), Period.ofMonths(3), items.size());
    }

    private static Adjustment.Wish splitting(PlanItem whole, Part... parts) {
        return new Adjustment.Wish(
                Change.SPLIT,
                List.of(whole.id()),
                List.of("甲", "乙"),
                "",
                List.of(),
                List.of(),
                null,
                "分工",
                List.of(parts));
    }

    private static Plan plan(List<PlanItem> items) {
        var head =
                new Plan.Head(
                        new UUID(0, 1), "r", 2027, "计划", PlanStep.Kind.PUBLISHED, items.size());
        return new Plan(head, items, List.of(), List.of(), List.of());
    }

    private static Part part(int weight, LocalDate deadline, boolean carries, String... parties) {
        return new Part(weight, List.of(parties), List.of(), List.of(), deadline, carries);
    }

    @Test
    void theWeightOfTheWholeIsSharedOut() {
        var after = split(List.of(WHOLE), part(1, END, false), part(3, END, false));
        assertThat(after).extracting(PlanItem::weight).containsExactly(1, 3);
    }

    @Test
    void aWeightThatCannotBeSharedOutMakesItsNeighboursCountMore() {
        var one = item(1, "c1", 1, List.of("p1"));
        var beside = item(2, "c1", 1, List.of("p1"));
        var elsewhere = item(3, "c2", 1, List.of("p1"));
        assertThat(split(List.of(one, beside, elsewhere)))
                .as("half of one half each: 1, 1 beside 2; another commitment is not touched")
                .extracting(PlanItem::weight)
                .containsExactly(1, 1, 2, 1);
        var three = item(1, "c1", 3, List.of("p1"));
        var six = item(2, "c1", 6, List.of("p1"));
        assertThat(split(List.of(three, six)))
                .as("3 : 6 is 1.5 + 1.5 : 6, in whole numbers 1 + 1 : 4")
                .extracting(PlanItem::weight)
                .containsExactly(1, 1, 4);
    }

    @Test
    void onePartGoesOnUnderTheOldNumberTheOtherBeginsAnewWithNothingMissed() {
        var after = split(List.of(WHOLE), part(1, null, true), part(1, null, false));
        var on = after.get(0);
        assertThat(on.id()).isEqualTo("2027-001");
        assertThat(on.start()).isEqualTo(START);
        assertThat(on.milestones()).isEqualTo(WHOLE.milestones());
        var anew = after.get(1);
        assertThat(anew.id()).isEqualTo("2027-002");
        assertThat(anew.start()).isEqualTo(TODAY);
        // 15 Aug to 31 Dec are 139 days, 15 Aug to 14 Nov 92: 66 %, rounded down to five
        assertThat(anew.milestones())
                .containsExactly(
                        new Milestone(LocalDate.parse("2027-11-14"), 65, ""),
                        new Milestone(END, 100, "验收"));
        assertThat(anew.milestones()).noneMatch(m -> m.due().isBefore(TODAY));
    }

    @Test
    void eachPartHasItsMembersTheirUnitsAndItsDeadline() {
        var soon = LocalDate.parse("2027-10-31");
        var after = split(List.of(WHOLE), part(1, soon, false, "p1"), part(1, null, false, "p2"));
        assertThat(after)
                .extracting(PlanItem::parties)
                .containsExactly(List.of("p1"), List.of("p2"));
        assertThat(after)
                .extracting(PlanItem::lead)
                .containsExactly(List.of("p1/u"), List.of("p2/u"));
        assertThat(after)
                .extracting(PlanItem::shares)
                .containsExactly(
                        List.of(new PlanItem.Share("p1/help", "做1")),
                        List.of(new PlanItem.Share("p2/help", "做1")));
        assertThat(after).extracting(PlanItem::deadline).containsExactly(soon, END);
        assertThat(after.get(0).milestones().getLast()).isEqualTo(new Milestone(soon, 100, "验收"));
        var named =
                split(
                        List.of(WHOLE),
                        new Part(1, List.of(), List.of("p1/help"), List.of("p2/u"), null, false),
                        new Part(1, List.of(), List.of(), List.of(), null, false));
        assertThat(named.get(0).lead()).containsExactly("p1/help");
        assertThat(named.get(0).shares()).containsExactly(new PlanItem.Share("p2/u", ""));
        assertThat(named).extracting(PlanItem::responsible).containsExactly("", "处长1");
    }

    @Test
    void whoWaitedForTheWholeWaitsForEveryPart() {
        var after = split(List.of(WHOLE, item(2, "c2", 1, List.of("p1"), "2027-001")));
        assertThat(after.getLast().depends()).containsExactly("2027-003", "2027-004");
    }

    @Test
    void noMemberIsLostAndOnlyOnePartCarries() {
        assertThat(faults(part(1, null, false, "p1"), part(1, null, false, "p1")))
                .containsExactly(PlanFault.PARTIES);
        assertThat(faults(part(1, null, false, "p1"), part(1, null, false, "p2", "p3")))
                .containsExactly(PlanFault.PARTIES);
        assertThat(faults(part(1, null, true), part(1, null, true)))
                .containsExactly(PlanFault.CARRIES);
        assertThat(faults(part(1, null, true), part(0, null, false)))
                .containsExactly(PlanFault.WEIGHT);
        assertThat(faults(part(1, TODAY.minusDays(1), true), part(1, null, false)))
                .containsExactly(PlanFault.DAYS);
        assertThat(faults(part(1, null, true))).containsExactly(PlanFault.TEXT);
    }

    private static List<PlanFault> faults(Part... parts) {
        return new Parting(WHOLE, splitting(WHOLE, parts), TODAY).faults();
    }

    @Test
    void moreTimeForAPartOrAMergedItemPutsOff() {
        var later = END.plusDays(1);
        assertThat(puttingOff(part(1, later, false), part(1, null, false))).isTrue();
        assertThat(puttingOff(part(1, END, false), part(1, HALF, false))).isFalse();
        var late = WHOLE.due(later, WHOLE.milestones());
        assertThat(new Merging(List.of(WHOLE, late), null, TODAY).putsOff()).isTrue();
        assertThat(new Merging(List.of(WHOLE, late), END, TODAY).putsOff()).isFalse();
    }

    private static boolean puttingOff(Part... parts) {
        return new Parting(WHOLE, splitting(WHOLE, parts), TODAY).putsOff();
    }

    @Test
    void aMergeSumsWeightsAndUnitesSharesAndPredecessors() {
        var two = item(2, "c1", 3, List.of("p2", "p3"), "2027-001", "2027-009");
        var other = item(3, "c2", 5, List.of("p2"), "2027-008");
        var waits = item(4, "c3", 1, List.of("p1"), "2027-002");
        var touched = List.of(WHOLE, two, other);
        var after = new Merging(touched, null, TODAY).of(List.of(WHOLE, two, other, waits), "合");
        assertThat(after).extracting(PlanItem::id).containsExactly("2027-001", "2027-004");
        var whole = after.getFirst();
        assertThat(whole.weight()).as("4 and 3 of one commitment").isEqualTo(7);
        assertThat(whole.parties()).containsExactly("p1", "p2", "p3");
        assertThat(whole.lead()).containsExactly("p1/u", "p2/u", "p3/u");
        assertThat(whole.shares())
                .containsExactly(
                        new PlanItem.Share("p1/help", "做1"),
                        new PlanItem.Share("p2/help", "做1；做2；做3"),
                        new PlanItem.Share("p3/help", "做2"));
        assertThat(whole.depends()).containsExactly("2027-009", "2027-008");
        assertThat(whole.responsible()).isEqualTo("处长1、处长2、处长3");
        assertThat(whole.milestones())
                .as("p3 joins: what was due in June is not asked of it")
                .containsExactly(new Milestone(END, 100, "验收"));
        assertThat(after.getLast().depends()).containsExactly("2027-001");
    }
}
