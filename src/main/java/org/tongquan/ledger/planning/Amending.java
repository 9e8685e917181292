package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Milestone;

/// What an adjustment makes of a plan. Pure: items in, items out; everything that the wish does
/// not touch stays as it was.
final class Amending {
    private final Plan plan;
    private final PlanRule rule;
    private final LocalDate today;

    Amending(Plan plan, PlanRule rule, LocalDate today) {
        this.plan = plan;
        this.rule = rule;
        this.today = today;
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
        boolean gone =
                wish.change() == PlanRule.Change.CANCEL || wish.change() == PlanRule.Change.SPLIT;
        add(faults, PlanFault.DEPENDS, gone && isNeeded(wish.items()));
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
            case SPLIT -> split(after, touched.getFirst(), wish.texts());
            case MERGE -> merge(after, touched, wish.texts().getFirst());
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
                        List.of()));
    }

    /// The deadline moves; milestones behind it go, the last one is the deadline itself.
    private static PlanItem moved(PlanItem item, LocalDate deadline) {
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

    /// Each part is the item with a wording of its own; the item itself is taken out.
    private void split(List<PlanItem> after, PlanItem item, List<String> texts) {
        var parts = new ArrayList<PlanItem>();
        var so = plan;
        for (var text : texts) {
            var part = Planning.numbered(so, worded(item, text));
            parts.add(part.atPlace(item.place()));
            var more = new ArrayList<>(so.items());
            more.add(part);
            so = new Plan(so.head(), more, so.steps(), so.comments(), so.next());
        }
        after.addAll(after.indexOf(item), parts);
        after.remove(item);
    }

    /// The first takes in the others: their parties and units, the latest deadline.
    private static void merge(List<PlanItem> after, List<PlanItem> touched, String text) {
        var parties = new LinkedHashSet<String>();
        var lead = new LinkedHashSet<String>();
        var start = touched.getFirst().start();
        var deadline = touched.getFirst().deadline();
        for (var item : touched) {
            parties.addAll(item.parties());
            lead.addAll(item.lead());
            start = item.start().isBefore(start) ? item.start() : start;
            deadline = item.deadline().isAfter(deadline) ? item.deadline() : deadline;
        }
        var first = touched.getFirst();
        var wide =
                with(
                        first,
                        text,
                        List.copyOf(parties),
                        List.copyOf(lead),
                        start,
                        first.deadline(),
                        first.milestones());
        after.set(
                after.indexOf(first),
                deadline.equals(first.deadline()) ? wide : moved(wide, deadline));
        var gone = touched.subList(1, touched.size());
        after.removeAll(gone);
        var ids = gone.stream().map(PlanItem::id).toList();
        after.replaceAll(i -> pointed(i, ids, first.id()));
    }

    /// An item that waited for one of those taken in waits for the one that took them in.
    private static PlanItem pointed(PlanItem item, List<String> gone, String to) {
        if (item.depends().stream().noneMatch(gone::contains)) {
            return item;
        }
        var depends =
                item.depends().stream()
                        .map(d -> gone.contains(d) ? to : d)
                        .filter(d -> !d.equals(item.id()))
                        .distinct()
                        .toList();
        return item.after(depends);
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
