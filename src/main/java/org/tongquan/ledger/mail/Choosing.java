package org.tongquan.ledger.mail;

import java.util.Locale;

/// What became of a choice.
public sealed interface Choosing {
    record Done() implements Choosing {}

    /// Nothing was changed.
    record Refused(Reason reason) implements Choosing {}

    /// Each reason has a sentence `mail.refused.<word>`.
    enum Reason {
        /// Nobody is signed in who could have mail.
        NOBODY,
        /// The instance has no mail server.
        OFF,
        /// This is no mail address.
        ADDRESS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
