package org.tongquan.ledger.chasing;

import java.util.Locale;
import java.util.UUID;

/// What became of a step somebody wanted to take on a notice or an inspection.
public sealed interface Handling {
    /// @param subject the notice, inspection or finding
    /// @param seq number of the event
    record Done(UUID subject, int seq) implements Handling {}

    /// Somebody was quicker: what was shown is no longer how it stands.
    ///
    /// @param seq number of the last event now
    record Stale(UUID subject, int seq) implements Handling {}

    record Refused(Reason reason) implements Handling {}

    /// Each reason has a sentence in `messages/chasing.properties` (`chasing.refused.<word>`).
    enum Reason {
        /// The acting body may not do this.
        NOT_YOURS,
        /// The responsible unit and its party do not check or close their own case.
        OWN_CASE,
        /// There is no such notice, item or party.
        NOT_FOUND,
        /// Words are needed, within the limit.
        TEXT,
        /// The step does not follow from the state.
        WRONG_STEP,
        /// A notice about this is open already.
        OPEN_ALREADY,
        /// Everybody responsible was reminded by hand today.
        REMINDED_TODAY,
        /// Nobody is known who could receive it.
        NOBODY,
        /// No rule set for chasing is in force.
        NO_RULE,
        /// Nothing was chosen, or too much at once.
        COUNT,
        /// Findings are still open.
        OPEN_FINDINGS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
