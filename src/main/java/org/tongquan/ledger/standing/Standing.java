package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rule says of one obligation on one day, with its reason.
///
/// @param light the colour
/// @param wasLate whether lateness has to stay visible although it was made up for
/// @param percent progress last reported, 0 to 100
/// @param reason which part of the rule decided
/// @param values the figures of the reason, in the order its sentence names them
/// @param rule id of the rule set in force on that day
/// @param due the day that decides: the deadline, or the end of the reporting period
public record Standing(
        Light light,
        boolean wasLate,
        int percent,
        Reason reason,
        List<String> values,
        String rule,
        @Nullable LocalDate due) {
    /// Each reason has a sentence in `messages/ledger.properties` (`ledger.reason.<word>`).
    public enum Reason {
        /// Finished on {0}, by the deadline {1}.
        DONE_IN_TIME,
        /// Finished on {0}, {1} days after the deadline {2}; the mark stays.
        DONE_LATE,
        /// The deadline {0} passed {1} days ago; {2} % reported.
        OVERDUE,
        /// {0} days to the deadline {1}; {2} % reported.
        NEAR_DUE,
        /// {0} % of the time has gone, {1} % is reported; more than {2} points behind.
        BEHIND,
        /// By the milestone of {0}, {1} % were planned; {2} % are reported.
        MILESTONE_MISSED,
        /// On {0} the indicator stood at {1}; its path asks for {2}.
        BEHIND_PATH,
        /// {0} % reported, {1} % of the time gone.
        ON_COURSE,
        /// The report for the period that ended on {0} is missing since {1} days.
        REPORT_MISSING,
        /// The report for the period that ended on {0} is expected; {1} days have gone.
        REPORT_EXPECTED,
        /// The report for the last period came {0} days late, on {1}.
        REPORTED_LATE,
        /// Last reported on {0}; the next period ends on {1}.
        REPORTED,
        /// Last reported on {0}: {1} %. The document sets no deadline.
        UNDER_WAY,
        /// Finished on {0}. The document sets no deadline.
        DONE,
        /// Nothing reported, and the document sets no deadline.
        SILENT,
        /// Made of {0} rows: {1} red, {2} yellow, {3} finished.
        ROLLED_UP;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Not judged yet.
    static final Standing NONE =
            new Standing(Light.NONE, false, 0, Reason.SILENT, List.of(), "", null);

    public Standing {
        values = List.copyOf(values);
    }

    /// Whether it says something else than the one before: light, mark, reason or progress. Its
    /// figures follow from the day while these stay.
    public boolean isOther(Standing before) {
        return before.light() != light
                || before.wasLate() != wasLate
                || before.reason() != reason
                || before.percent() != percent;
    }
}
