package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.ChaseRule;

/// The terms of a notice in workdays, as the rule set gave them when it was issued.
///
/// @param rule id of the rule set
/// @param review `null` when the rule sets no term for reviewing
public record Terms(String rule, int sign, int answer, @Nullable Integer review) {
    static Terms of(ChaseRule rule) {
        return new Terms(rule.id(), rule.signWithin(), rule.answerWithin(), rule.reviewWithin());
    }

    /// Until when a state is to be left, counted from the day on which it began.
    Optional<WorkCalendar.Due> due(Step.State state, LocalDate from, WorkCalendar calendar) {
        return switch (state) {
            case AWAITING_RECEIPT -> Optional.of(workdays(calendar, from, sign));
            case AWAITING_ANSWER -> Optional.of(workdays(calendar, from, answer));
            case AWAITING_REVIEW ->
                    Optional.ofNullable(review).map(n -> workdays(calendar, from, n));
            case AWAITING_CLOSURE, CLOSED -> Optional.empty();
        };
    }

    /// A term of a rule set, kept within what a calendar counts.
    static WorkCalendar.Due workdays(WorkCalendar calendar, LocalDate from, int n) {
        int length = Math.clamp(n, 1, WorkCalendar.MOST_DAYS);
        return calendar.due(from, length, WorkCalendar.TermUnit.WORKDAY);
    }
}
