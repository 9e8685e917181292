package org.tongquan.ledger.hooks;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One telling on its way to one address.
///
/// @param told id of the telling
/// @param message message key of its sentence
/// @param attempts how often it was sent
/// @param nextAt when it is sent next, while it waits
/// @param status HTTP status of the last answer, 0 without any
/// @param fault word for why the last attempt got no answer, empty when it got one
public record Delivery(
        UUID hook,
        UUID told,
        String message,
        Instant toldAt,
        State state,
        int attempts,
        Instant nextAt,
        int status,
        String fault,
        @Nullable Instant doneAt) {
    /// The type of the event.
    public String type() {
        return Hooks.type(message);
    }

    /// How far it has come.
    public enum State {
        WAITING,
        DELIVERED,
        /// Given up; it can be sent again by hand.
        DEAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
