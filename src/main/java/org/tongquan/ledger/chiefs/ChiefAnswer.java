package org.tongquan.ledger.chiefs;

import java.util.Locale;
import java.util.UUID;

/// What became of something somebody wanted to record about chiefs.
public sealed interface ChiefAnswer {
    /// @param subject the object, visit or problem
    /// @param seq number of what was recorded
    record Done(UUID subject, int seq) implements ChiefAnswer {}

    /// Somebody was quicker: what was shown is no longer how it stands.
    ///
    /// @param seq number of the last record now
    record Stale(UUID subject, int seq) implements ChiefAnswer {}

    record Refused(Reason reason) implements ChiefAnswer {}

    /// Each reason has a sentence in `messages/chiefs.properties` (`chiefs.refused.<word>`).
    enum Reason {
        /// The acting body may not do this.
        NOT_YOURS,
        /// A unit does not check what it put right itself.
        OWN_CASE,
        NOT_FOUND,
        /// Words are missing or too long.
        TEXT,
        /// The day lies in the future, or before what it is about began.
        DAY,
        /// A unit that nobody declared, or a group of units.
        UNIT,
        /// The same object of this party is recorded already.
        KNOWN_ALREADY,
        /// The object has ended.
        ENDED,
        /// The compact declares it: it changes with the compact.
        DECLARED,
        /// Neither a problem nor "nothing found", or both.
        NOTHING_SAID,
        /// Too many or too large.
        FILES,
        /// Too many at once.
        COUNT,
        /// The step does not follow from the state.
        WRONG_STEP,
        /// No rule set for terms is in force.
        NO_RULE,
        /// No such commitment of this party.
        COMMITMENT,
        /// A notice about this is open already.
        NOTICE_OPEN,
        /// An account of a day in the future, or of no year.
        YEAR;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
