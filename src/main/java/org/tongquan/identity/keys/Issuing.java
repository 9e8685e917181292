package org.tongquan.identity.keys;

import java.util.Locale;
import java.util.UUID;

/// What became of the wish to issue or to revoke a key.
public sealed interface Issuing {
    /// @param token the whole key, shown this once
    record Issued(UUID id, String token) implements Issuing {
        /// Without the secret, wherever it may be written down.
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    record Revoked(UUID id) implements Issuing {}

    record Refused(Reason reason) implements Issuing {}

    /// Each reason has a sentence in `messages/identity.properties`
    /// (`identity.keys.refused.<word>`).
    enum Reason {
        /// The acting body does not manage the people of this region.
        NOT_ALLOWED,
        /// No such body in the compact in force.
        UNKNOWN_BODY,
        /// No name, or too long a name.
        NAME,
        /// A power that a program or this body may not have.
        POWERS,
        /// Ends too early or too late.
        END,
        /// Fewer or more requests than the bounds.
        RATE,
        /// The body has as many keys as are allowed.
        TOO_MANY,
        /// No such key, or it was revoked before.
        NOT_FOUND;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
