package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A patrol or visit that is owed within a period.
///
/// @param first first day of the period
/// @param last last day of the period, on which it is still in time
/// @param rule where the rhythm comes from
/// @param by the day on which it was done; null while it was not
public record Round(
        LocalDate first,
        LocalDate last,
        Period rhythm,
        String rule,
        State state,
        @Nullable LocalDate by) {

    /// How it stands.
    public enum State {
        /// Done within its period.
        DONE,
        /// Made up for by a further one in the period after.
        LATE,
        /// Its period runs, nobody went yet.
        DUE,
        /// Its period is over, nobody went.
        MISSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
