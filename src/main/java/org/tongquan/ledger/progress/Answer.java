package org.tongquan.ledger.progress;

import java.util.Locale;
import java.util.UUID;

/// What became of a confirmation or a rating.
public sealed interface Answer {
    record Kept(UUID id) implements Answer {}

    /// Nothing was changed.
    record Refused(Reason reason) implements Answer {}

    /// Each reason has a sentence in `messages/progress.properties` (`progress.refused.<word>`).
    enum Reason {
        /// No such report or item, or not visible to this body.
        NOT_FOUND,
        /// The body does not cooperate in it, or may not rate it.
        NOT_YOURS,
        /// A reason is missing, or it is too long.
        TEXT,
        /// The report was given back.
        RETURNED,
        /// It stands so already.
        SAME,
        /// Somebody of this body, or another, said something since the page was opened.
        CHANGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
