package org.tongquan.ledger.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;

/// One step that a plan took. Never changed.
///
/// @param ordinal place among the plan's steps, from 1
/// @param edition the edition kept with it; 0 when none was
/// @param answerBy last day for the answer it asks for, if it asks for one
/// @param provisional whether that day rests on a year whose holidays are not announced
/// @param text title, reason or remark
public record PlanStep(
        UUID id,
        int ordinal,
        Kind kind,
        int edition,
        String body,
        Instant at,
        LocalDate on,
        @Nullable LocalDate answerBy,
        boolean provisional,
        String text) {
    public static final int MOST_TEXT = 1_000;

    /// The same step with its term reckoned again.
    PlanStep due(WorkCalendar.Due now) {
        return new PlanStep(
                id, ordinal, kind, edition, body, at, on, now.date(), now.provisional(), text);
    }

    /// What happened.
    public enum Kind {
        /// 拟定
        DRAWN,
        /// 征求意见
        CIRCULATED,
        /// 报送审核
        SUBMITTED,
        /// 论证完善
        EXAMINED,
        /// 审定
        APPROVED,
        /// 退回
        RETURNED,
        /// 印发
        PUBLISHED,
        /// 动态调整
        ADJUSTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
