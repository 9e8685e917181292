package org.tongquan.ledger.matter;

import java.util.Locale;
import java.util.UUID;

/// What became of a report, or of a step somebody wanted to take on one.
public sealed interface MatterAnswer {
    /// @param seq number of the event
    record Done(UUID id, int seq) implements MatterAnswer {}

    /// Somebody was quicker: what was shown is no longer how it stands.
    record Stale(UUID id, int seq) implements MatterAnswer {}

    record Refused(Fault fault) implements MatterAnswer {}

    /// Each has a sentence `matter.fault.<word>`.
    enum Fault {
        /// The acting body may not do this.
        NOT_YOURS,
        /// Who reported a matter does not settle it.
        OWN_CASE,
        /// There is no such matter or body.
        NOT_FOUND,
        /// It does not follow from the state.
        NOT_NOW,
        /// A title or text is missing or too long.
        TEXT,
        /// No body was chosen to forward it to, or too many.
        BODIES,
        /// Too many or too large files.
        FILE,
        /// No rule for major matters is in force.
        NO_RULE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
