package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Milestone;

/// What an adjustment makes of a plan. Pure: items in, items out; everything that the wish does
/// not touch stays as it was.
final class Amending {
    private final Plan plan;
    private final PlanRule rule;
    private final LocalDate today;
    private final int taken;

    /// @param taken number of an item given last, in any edition
    Amending(Plan plan, PlanRule rule, LocalDate today, int taken) {
        this.plan = plan;
        this.rule = rule;
        this.today = today;
        this.taken = taken;
    }

    /// What keeps the wish from being taken; empty when it can be decided.
    List<PlanFault> faults(Adjustment.Wish wish) {
        var faults = new ArrayList<PlanFault>();
        var found = touched(wish);
        add(faults, PlanFault.NOT_FOUND, found.size() != wish.items().size());
        add(faults, PlanFault.NOT_FOUND, !countFits(wish.change(), wish.items().size()));
        add(faults, PlanFault.TEXT, !textsFit(wish));
        add(
                faults,
                PlanFault.REASON,
                wish.reason().isEmpty() || wish.reason().length() > Adjustment.MOST_REASON);
        boolean needsDay =
                wish.change() == PlanRule.Change.ADD
                        || wish.change() == PlanRule.Change.MOVE_DEADLINE;
        var day = wish.deadline();
        add(faults, PlanFault.DAYS, needsDay && (day == null || day.isBefore(today)));
        add(
                faults,
                PlanFault.DAYS,
                wish.change() == PlanRule.Change.MOVE_DEADLINE
                        && found.stream().anyMatch(i -> i.deadline().equals(day)));
        boolean merges = wish.change() == PlanRule.Change.MERGE;
        add(faults, PlanFault.DAYS, merges && day != null && day.isBefore(today));
        boolean gone = wish.change() == PlanRule.Change.CANCEL;
        add(faults, PlanFault.DEPENDS, gone && isNeeded(wish.items()));
        if (wish.change() == PlanRule.Change.SPLIT && found.size() == 1) {
            faults.addAll(parting(wish, found).faults());
        }
        return faults.stream().distinct().toList();
    }

    private static void add(List<PlanFault> faults, PlanFault fault, boolean is) {
        if (is) {
            faults.add(fault);
        }
    }

    private static boolean countFits(PlanRule.Change change, int items) {
        return switch (change) {
            case ADD -> items == 0;
            case MERGE -> items >= 2;
            case SPLIT, MOVE_DEADLINE, CHANGE_TARGET, CANCEL -> items == 1;
        };
    }

    private static boolean textsFit(Adjustment.Wish wish) {
        int n = wish.texts().size();
        boolean fits =
                switch (wish.change()) {
                    case ADD, MERGE, CHANGE_TARGET -> n == 1;
                    case SPLIT -> n >= 2 && n <= Adjustment.MOST_PARTS;
                    case MOVE_DEADLINE, CANCEL -> n == 0;
                };
        return fits
                && wish.texts().stream()
                        .noneMatch(t -> t.isBlank() || t.length() > PlanItem.MOST_TEXT);
    }

    /// Whether another item waits for one of these.
    private boolean isNeeded(List<String> items) {
        return plan.items().stream()
                .filter(i -> !items.contains(i.id()))
                .anyMatch(i -> i.depends().stream().anyMatch(items::contains));
    }

    private List<PlanItem> touched(Adjustment.Wish wish) {
        return plan.items().stream().filter(i -> wish.items().contains(i.id())).toList();
    }

    private Parting parting(Adjustment.Wish wish, List<PlanItem> touched) {
        return new Parting(touched.getFirst(), wish, today);
    }

    private Merging merging(Adjustment.Wish wish, List<PlanItem> touched) {
        return new Merging(touched, wish.deadline(), today);
    }

    /// The kinds of change that the wish amounts to: its own, and a moved deadline where a split or
    /// a merge gives somebody more time.
    Set<PlanRule.Change> kinds(Adjustment.Wish wish) {
        var touched = touched(wish);
        boolean putsOff =
                switch (wish.change()) {
                    case SPLIT -> touched.size() == 1 && parting(wish, touched).putsOff();
                    case MERGE -> touched.size() > 1 && merging(wish, touched).putsOff();
                    case ADD, MOVE_DEADLINE, CHANGE_TARGET, CANCEL -> false;
                };
        return putsOff
                ? EnumSet.of(wish.change(), PlanRule.Change.MOVE_DEADLINE)
                : EnumSet.of(wish.change());
    }

    /// The items after the change, in their order.
    ///
    /// @throws IllegalArgumentException when the wish has faults
    List<PlanItem> apply(Adjustment.Wish wish) {
        if (!faults(wish).isEmpty()) {
            throw new IllegalArgumentException("a wish with faults is not applied");
        }
        var after = new ArrayList<>(plan.items());
        var touched = touched(wish);
        switch (wish.change()) {
            case ADD -> after.add(added(wish));
            case CANCEL -> after.removeAll(touched);
            case MOVE_DEADLINE ->
                    after.replaceAll(
                            i ->
                                    touched.contains(i)
                                            ? moved(i, Objects.requireNonNull(wish.deadline()))
                                            : i);
            case CHANGE_TARGET ->
                    after.replaceAll(
                            i -> touched.contains(i) ? worded(i, wish.texts().getFirst()) : i);
            case SPLIT -> {
                return parting(wish, touched).of(plan, rule.milestones(), taken);
            }
            case MERGE -> {
                return merging(wish, touched).of(after, wish.texts().getFirst());
            }
        }
        return after;
    }

    private PlanItem added(Adjustment.Wish wish) {
        var deadline = Objects.requireNonNull(wish.deadline());
        var parent =
                plan.items().stream().filter(i -> i.parent().equals(wish.parent())).findFirst();
        return Planning.numbered(
                plan,
                new PlanItem(
                        "",
                        0,
                        1,
                        wish.parent(),
                        wish.texts().getFirst(),
                        "",
                        parent.or(() -> plan.items().stream().findFirst())
                                .map(PlanItem::category)
                                .orElse(""),
                        today,
                        deadline,
                        wish.parties(),
                        wish.lead(),
                        List.of(),
                        "",
                        1,
                        Drawing.milestones(today, deadline, rule.milestones()),
                        List.of()),
                taken);
    }

    /// The deadline moves; milestones behind it go, the last one is the deadline itself.
    static PlanItem moved(PlanItem item, LocalDate deadline) {
        var start = item.start().isAfter(deadline) ? deadline : item.start();
        var milestones = new ArrayList<Milestone>();
        Optional<Milestone> last = Optional.empty();
        for (var milestone : item.milestones()) {
            if (milestone.percent() == Duty.DONE) {
                last = Optional.of(milestone);
            } else if (milestone.due().isBefore(deadline)) {
                milestones.add(milestone);
            }
        }
        milestones.add(new Milestone(deadline, Duty.DONE, last.map(Milestone::text).orElse("")));
        return with(item, item.textZh(), item.parties(), item.lead(), start, deadline, milestones);
    }

    private static PlanItem worded(PlanItem item, String text) {
        return with(
                item,
                text,
                item.parties(),
                item.lead(),
                item.start(),
                item.deadline(),
                item.milestones());
    }

    private static PlanItem with(
            PlanItem item,
            String text,
            List<String> parties,
            List<String> lead,
            LocalDate start,
            LocalDate deadline,
            List<Milestone> milestones) {
        return new PlanItem(
                item.id(),
                item.place(),
                item.revision(),
                item.parent(),
                text,
                text.equals(item.textZh()) ? item.textEn() : "",
                item.category(),
                start,
                deadline,
                parties,
                lead,
                item.shares(),
                item.responsible(),
                item.weight(),
                milestones,
                item.depends());
    }
}
