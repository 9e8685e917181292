package org.tongquan.ledger.scoring;

import java.util.Locale;
import java.util.UUID;

/// What became of something that somebody wanted to do with an evaluation, a mark or an objection.
public sealed interface Evaluating {
    /// Done; the id of what was made or changed.
    record Done(UUID id) implements Evaluating {}

    record Refused(Reason reason) implements Evaluating {}

    /// Each reason has a sentence in `messages/scoring.properties` (`scoring.refused.<word>`).
    enum Reason {
        /// The acting body has no such power, or it is not its score.
        NOT_YOURS,
        /// No such thing, or not visible to this body.
        NOT_FOUND,
        /// No span, or one that has not ended.
        SPAN,
        /// No version or no rule set was in force at the end of the span.
        NO_RULE,
        /// Not possible in the state it is in.
        STATE,
        /// Another evaluation of the same span was published.
        ALREADY,
        /// The term for objections is over.
        TERM_OVER,
        /// The term for objections still runs, or an objection is open.
        TERM_RUNS,
        /// A text is missing or too long.
        TEXT,
        /// A day in the future.
        DAY,
        /// No such unit, party, or obligation.
        SUBJECT,
        /// Upheld, but nothing to correct was named.
        NOTHING,
        /// It was decided, withdrawn or corrected since it was shown.
        CHANGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
