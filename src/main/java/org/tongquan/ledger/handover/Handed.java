package org.tongquan.ledger.handover;

import java.util.Locale;
import java.util.UUID;

/// What became of the wish to hand over.
public sealed interface Handed {
    record Done(UUID id) implements Handed {}

    record Refused(Reason reason) implements Handed {}

    /// Each reason has a sentence in `messages/handover.properties` (`handover.refused.<word>`).
    enum Reason {
        /// The acting body does not assign units.
        NOT_YOURS,
        /// The unit has no duties here, or has handed them over before.
        NOTHING,
        /// No such unit is in force today, or it stands for many.
        UNKNOWN_UNIT,
        /// Both are the same, or the one that receives has handed over to the one that gives.
        CIRCLE,
        /// They belong to different parties.
        OTHER_PARTY,
        /// A reason is missing or too long.
        TEXT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
