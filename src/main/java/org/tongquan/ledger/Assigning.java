package org.tongquan.ledger;

import java.util.UUID;

/// What became of naming a unit for an obligation.
public sealed interface Assigning {
    record Assigned(UUID id) implements Assigning {}

    record Refused(Reason reason) implements Assigning {}

    /// Each reason has a sentence in `messages/ledger.properties`.
    enum Reason {
        NOT_FOUND,
        /// The body has no power to assign.
        NOT_YOURS,
        /// The compact knows no such unit.
        UNKNOWN_UNIT,
        /// The unit has this part already.
        ALREADY;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
