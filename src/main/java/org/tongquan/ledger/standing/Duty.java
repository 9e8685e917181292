package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of one obligation that its light follows from.
///
/// @param start first day of the duty
/// @param deadline last day, if the document sets one
/// @param cycle rhythm of a recurring duty, if any
/// @param milestones steps on the way, by their due days
/// @param reports what was reported and not returned, in whatever order: their days count, and of
///     one day their filing
/// @param measured what its indicator says, if it has one with a value
public record Duty(
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable Period cycle,
        List<Milestone> milestones,
        List<Report> reports,
        @Nullable Measured measured) {
    /// The whole of a task.
    public static final int DONE = 100;

    private static final Comparator<Milestone> MILESTONES =
            Comparator.comparing(Milestone::due)
                    .thenComparing(Milestone::percent)
                    .thenComparing(Milestone::text);

    private static final Comparator<Report> REPORTS =
            Comparator.comparing(Report::on)
                    .thenComparing(Report::filed)
                    .thenComparing(Report::percent);

    public Duty {
        milestones = sorted(milestones, MILESTONES);
        reports = sorted(reports, REPORTS);
    }

    /// The list itself where it is in order, as it is when it was read from the ledger.
    private static <T> List<T> sorted(List<T> all, Comparator<T> order) {
        for (int i = 1; i < all.size(); i++) {
            if (order.compare(all.get(i - 1), all.get(i)) > 0) {
                return all.stream().sorted(order).toList();
            }
        }
        return List.copyOf(all);
    }

    /// A duty that no indicator measures.
    public Duty(
            LocalDate start,
            @Nullable LocalDate deadline,
            @Nullable Period cycle,
            List<Milestone> milestones,
            List<Report> reports) {
        this(start, deadline, cycle, milestones, reports, null);
    }

    /// The same as its indicator measures it: progress is computed from the values instead of
    /// taken from the reports, but for a duty that owes reports by a rhythm.
    public Duty measuredBy(Measured by) {
        boolean computes = !by.course().isEmpty() && (deadline != null || cycle == null);
        return new Duty(start, deadline, cycle, milestones, computes ? by.course() : reports, by);
    }

    /// @param percent 0 to 100
    /// @param filed place among the reports of the same day; the one filed last counts
    public record Report(LocalDate on, int percent, int filed) {
        /// The only one of its day.
        public Report(LocalDate on, int percent) {
            this(on, percent, 0);
        }
    }

    /// The same duty as it was known on an earlier day.
    public Duty asOf(LocalDate day) {
        boolean later = false;
        for (var report : reports) {
            later |= report.on().isAfter(day);
        }
        return !later
                ? this
                : new Duty(
                        start,
                        deadline,
                        cycle,
                        milestones,
                        reports.stream().filter(r -> !r.on().isAfter(day)).toList(),
                        measured);
    }

    /// Whether a rhythm leads on from every day: no part of it is negative and one is not zero.
    public static boolean isForward(Period cycle) {
        return !cycle.isZero() && !cycle.isNegative();
    }

    int percent() {
        return reports.isEmpty() ? 0 : reports.getLast().percent();
    }

    /// The milestone passed last whose progress is not reached on a day.
    @Nullable Milestone missed(LocalDate day) {
        Milestone missed = null;
        for (var milestone : milestones) {
            boolean passed = milestone.due().isBefore(day);
            if (passed && milestone.percent() > percent()) {
                missed = milestone;
            }
        }
        return missed;
    }

    /// The first day from which on every report says that all is done.
    @Nullable LocalDate finishedOn() {
        LocalDate finished = null;
        for (var report : reports) {
            if (report.percent() < DONE) {
                finished = null;
            } else if (finished == null) {
                finished = report.on();
            }
        }
        return finished;
    }
}
