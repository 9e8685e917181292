package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Milestone;

/// A first plan from the commitments in force: an item for each task, and each goal with a day,
/// that is not finished, with milestones in the rhythm of the rule. What should have been finished
/// before the year is carried over into it. Pure.
final class Drawing {
    private static final int FIVE = 5;

    private Drawing() {}

    /// @param finished commitments on which nothing is left to do
    static List<PlanItem> of(Resolved version, PlanRule rule, int year, Set<String> finished) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var items = new ArrayList<PlanItem>();
        for (var bound : version.clauses()) {
            var clause = bound.clause();
            if (isWork(clause) && !finished.contains(clause.id())) {
                items.add(item(bound, rule, items.size() + 1, first, last));
            }
        }
        return items;
    }

    private static boolean isWork(Clause clause) {
        return clause.kind() == Clause.Kind.TASK
                || (clause.kind() == Clause.Kind.GOAL && clause.deadline() != null);
    }

    private static PlanItem item(
            Resolved.Bound bound, PlanRule rule, int place, LocalDate first, LocalDate last) {
        var clause = bound.clause();
        var start =
                clause.start() != null && clause.start().isAfter(first) ? clause.start() : first;
        if (start.isAfter(last)) {
            start = last;
        }
        boolean within =
                clause.deadline() != null
                        && clause.deadline().isBefore(last)
                        && !clause.deadline().isBefore(start);
        var deadline = within ? clause.deadline() : last;
        return new PlanItem(
                "%d-%03d".formatted(first.getYear(), place),
                place,
                1,
                clause.id(),
                clause.text().zh(),
                clause.text().en() == null ? "" : clause.text().en(),
                clause.category(),
                start,
                deadline,
                bound.parties(),
                clause.lead(),
                clause.cooperating().stream().map(u -> new PlanItem.Share(u, "")).toList(),
                "",
                1,
                milestones(start, deadline, rule.milestones()),
                List.of());
    }

    /// A milestone at the end of each period, its share of the time rounded to five; the last is
    /// the deadline itself.
    static List<Milestone> milestones(LocalDate start, LocalDate deadline, Period rhythm) {
        var all = new ArrayList<Milestone>();
        long whole = Math.max(1, ChronoUnit.DAYS.between(start, deadline) + 1);
        int percent = 0;
        for (int i = 1; i < PlanItem.MOST_MILESTONES && Duty.isForward(rhythm); i++) {
            var end = start.plus(rhythm.multipliedBy(i)).minusDays(1);
            if (!end.isBefore(deadline)) {
                break;
            }
            long gone = ChronoUnit.DAYS.between(start, end) + 1;
            int share = (int) (gone * Duty.DONE / whole / FIVE * FIVE);
            if (share > percent && share < Duty.DONE) {
                all.add(new Milestone(end, share, ""));
                percent = share;
            }
        }
        all.add(new Milestone(deadline, Duty.DONE, ""));
        return all;
    }
}
