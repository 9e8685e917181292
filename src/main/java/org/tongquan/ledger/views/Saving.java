package org.tongquan.ledger.views;

import java.util.Locale;
import java.util.UUID;

/// What became of a wish to keep, share, choose or remove a view.
public sealed interface Saving {
    record Done(UUID id) implements Saving {}

    /// Nothing was changed.
    record Refused(Reason reason) implements Saving {}

    /// Each reason has a sentence `views.refused.<word>`.
    enum Reason {
        /// There is no such view, or it is somebody else's.
        NOT_FOUND,
        /// Nobody is signed in who could keep it.
        NOBODY,
        /// The name is missing or too long.
        NAME,
        /// The person has a view of this name on this page.
        TAKEN,
        /// Nothing is filtered, or by too much.
        FILTER,
        /// The person keeps as many as one may.
        TOO_MANY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
