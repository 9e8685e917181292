package org.tongquan.ledger;

import java.util.UUID;
import org.tongquan.ledger.standing.Light;

/// What became of a progress report that somebody wanted to file or to return.
public sealed interface Filing {
    /// Filed; the light was judged anew.
    record Filed(UUID id, Light light) implements Filing {}

    /// Given back to the unit; it no longer counts.
    record Returned(UUID id, Light light) implements Filing {}

    record Refused(Reason reason) implements Filing {}

    /// Each reason has a sentence in `messages/ledger.properties` (`ledger.refused.<word>`).
    enum Reason {
        /// No such commitment or report, or not visible to this body.
        NOT_FOUND,
        /// The body has no such power, or is not the responsible unit.
        NOT_YOURS,
        /// Per cent outside 0 to 100.
        PERCENT,
        /// No text, or too long a text.
        TEXT,
        /// The day lies in the future or before the duty began.
        DAY,
        /// Too many files, or one too large, or one without content.
        FILES,
        /// It had been returned before.
        RETURNED_BEFORE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
