package org.tongquan.ledger.chasing;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Body;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Standing;

/// What a rule set wants done about something that is due, by a day. Pure: the same rule, last day
/// and day always give the same steps; which of them were taken before is not its matter.
public final class Chase {
    private Chase() {}

    /// What is to be done.
    enum Kind {
        /// The day comes near.
        REMIND,
        /// It is today.
        DUE,
        /// It has passed.
        OVERDUE,
        /// A notice goes out.
        NOTICE,
        /// It goes up the ladder.
        RUNG
    }

    /// @param days before the last day for a reminder, after it for the others
    /// @param to the sort of body that a rung tells
    record Wanted(Kind kind, int days, Body.@Nullable Kind to) {
        /// The step's name among all steps on one last day.
        String key(LocalDate lastDay) {
            var word = kind.name().toLowerCase(Locale.ROOT);
            return switch (kind) {
                case REMIND -> lastDay + " " + word + " " + days;
                case RUNG -> lastDay + " " + word + " " + days + " " + to;
                case DUE, OVERDUE, NOTICE -> lastDay + " " + word;
            };
        }
    }

    /// Everything whose time has come. Of the reminders only the nearest: who slept through one is
    /// not reminded twice. Of what follows the last day everything, so that nothing is left out
    /// when days were slept through.
    static List<Wanted> wanted(ChaseRule rule, LocalDate lastDay, LocalDate day) {
        long left = DAYS.between(day, lastDay);
        var wanted = new ArrayList<Wanted>();
        if (left > 0) {
            rule.remindBefore().stream()
                    .filter(n -> n >= left)
                    .min(Integer::compare)
                    .ifPresent(n -> wanted.add(new Wanted(Kind.REMIND, n, null)));
            return wanted;
        }
        if (left == 0) {
            return List.of(new Wanted(Kind.DUE, 0, null));
        }
        wanted.add(new Wanted(Kind.OVERDUE, 0, null));
        if (-left >= rule.noticeAfter()) {
            wanted.add(new Wanted(Kind.NOTICE, 0, null));
        }
        wanted.addAll(rungs(rule, -left));
        return wanted;
    }

    /// The rungs of the ladder that were reached so many days after a due day.
    static List<Wanted> rungs(ChaseRule rule, long daysOver) {
        return rule.ladder().stream()
                .filter(r -> daysOver > 0 && daysOver >= r.after())
                .map(r -> new Wanted(Kind.RUNG, r.after(), r.to()))
                .distinct()
                .toList();
    }

    /// The last day on which an unfinished duty is in time: its deadline, or the end of the grace
    /// after a period whose report is missing. Empty when nothing is owed or no day is set. What is
    /// made of tasks is due on its own deadline; each task is chased for itself.
    ///
    /// @param deadline of the duty, `null` for a recurring one
    /// @param grace days after the end of a period in which its report still comes in time
    public static Optional<LocalDate> lastDay(
            Standing standing, @Nullable LocalDate deadline, int grace) {
        var due = standing.due();
        return switch (standing.reason()) {
            case OVERDUE, NEAR_DUE, BEHIND, BEHIND_PATH, MILESTONE_MISSED, ON_COURSE ->
                    Optional.ofNullable(deadline);
            case ROLLED_UP ->
                    standing.percent() < Duty.DONE
                            ? Optional.ofNullable(deadline)
                            : Optional.empty();
            case REPORT_MISSING, REPORT_EXPECTED ->
                    Optional.ofNullable(due).map(d -> d.plusDays(grace));
            case DONE_IN_TIME, DONE_LATE, DONE, REPORTED, REPORTED_LATE, UNDER_WAY, SILENT ->
                    Optional.empty();
        };
    }
}
