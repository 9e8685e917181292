package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/// A value of one indicator for one party and day, in one of its revisions.
///
/// @param on last day of the period it holds for
/// @param source where it was taken from
/// @param revision 1 for the first; the highest counts
/// @param reason why it was revised, empty for the first
public record Reading(
        UUID id,
        String region,
        String indicator,
        String party,
        Kind kind,
        LocalDate on,
        BigDecimal value,
        String source,
        int revision,
        String reason,
        String body,
        Instant at) {
    /// Longer texts are refused.
    public static final int MOST_TEXT = 500;

    /// What a value says, beside the target that the compact sets.
    public enum Kind {
        /// What is to come of everything that was decided so far: a forecast.
        DECIDED,
        /// What was reached.
        ACHIEVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
