package org.tongquan.ledger.measuring;

import java.util.Locale;
import java.util.UUID;

/// What became of a value that somebody wanted to enter.
public sealed interface Filed {
    /// Kept as this revision.
    record Kept(UUID id, int revision) implements Filed {}

    record Refused(Reason reason) implements Filed {}

    /// Each reason has a sentence in `messages/measuring.properties` (`measuring.refused.<word>`).
    enum Reason {
        /// The acting body enters no values of this party.
        NOT_YOURS,
        /// No such indicator, or the party is not measured by it.
        NOT_FOUND,
        /// Not a number, or one with too many digits.
        VALUE,
        /// An achieved value of a day in the future.
        DAY,
        /// The source is missing, or a revision has no reason, or a text is too long.
        TEXT,
        /// The same value as before.
        SAME,
        /// Another value was entered since the form was shown.
        CHANGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
