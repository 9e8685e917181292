package org.tongquan.ledger.hooks;

import java.util.Locale;
import java.util.UUID;

/// What became of a wish about a webhook.
public sealed interface Hooking {
    /// @param secret the key of its signatures, shown this once
    record Made(UUID id, String secret) implements Hooking {
        /// Without the secret, wherever it may be written down.
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    record Done(UUID id) implements Hooking {}

    record Refused(Reason reason) implements Hooking {}

    /// Each reason has a sentence in `messages/hooks.properties` (`hooks.refused.<word>`).
    enum Reason {
        /// The acting body reports nothing and checks nothing.
        NOT_ALLOWED,
        /// No https address of a public host.
        ADDRESS,
        /// No beginning of a type.
        TYPES,
        /// The body has as many as are allowed.
        TOO_MANY,
        NOT_FOUND;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
