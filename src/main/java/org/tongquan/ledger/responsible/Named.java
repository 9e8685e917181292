package org.tongquan.ledger.responsible;

import java.util.UUID;

/// What became of naming a responsible person.
public sealed interface Named {
    record Done(UUID id) implements Named {}

    record Refused(Reason reason) implements Named {}

    /// Each reason has a sentence in `messages/responsible.properties`.
    enum Reason {
        NOT_FOUND,
        /// The body has no power to assign.
        NOT_YOURS,
        /// The unit has no part in the obligation.
        NO_PART,
        /// Nobody is written, or too much.
        TEXT,
        /// This person is responsible already.
        ALREADY;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
