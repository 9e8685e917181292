package org.tongquan.ledger.suggesting;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a suggestion stands, as it follows from its events.
///
/// @param version events so far: what a form that deals with it carries
/// @param hiddenBecause reason of the office while it is hidden
/// @param unit who is to answer; empty while nobody is named
/// @param due last day for the answer; null while nobody is named
/// @param provisional whether that day may still move
/// @param rule id of the rule that set the period
/// @param answer the latest one; empty without
/// @param answeredOn day of the first answer
/// @param wasLate the first answer came after its last day
/// @param overdue there is none and its last day has passed
/// @param unseenTooLong nobody looked at it and the day for that has passed
/// @param commitment what it is linked to; empty without
public record Handling(
        int version,
        Shown shown,
        String hiddenBecause,
        String unit,
        @Nullable LocalDate due,
        boolean provisional,
        String rule,
        String answer,
        @Nullable LocalDate answeredOn,
        boolean wasLate,
        boolean overdue,
        boolean unseenTooLong,
        String commitment) {
    /// What the office decided about showing it.
    public enum Shown {
        PENDING,
        PUBLISHED,
        HIDDEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far it is, in one word: `pending`, `hidden`, `published`, `assigned`, `answered`.
    public String stage() {
        if (shown == Shown.HIDDEN) {
            return "hidden";
        }
        if (answeredOn != null) {
            return "answered";
        }
        return unit.isEmpty() ? shown.word() : "assigned";
    }
}
