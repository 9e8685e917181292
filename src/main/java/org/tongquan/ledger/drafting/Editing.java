package org.tongquan.ledger.drafting;

/// What became of a change to a draft.
public sealed interface Editing {
    /// @param rows how many rows changed
    record Changed(int rows) implements Editing {}

    record Refused(Reason reason) implements Editing {}

    /// Each reason has a sentence in `messages/ledger.properties` (`ledger.draft.refused.<word>`).
    enum Reason {
        /// No such draft or row, or not this body's.
        NOT_FOUND,
        /// The body may not draft.
        NOT_YOURS,
        /// Somebody changed the row after the form was opened.
        CHANGED_MEANWHILE,
        /// The draft was adopted or dropped already.
        CLOSED,
        /// The place to split lies outside the row, or a half would be empty.
        BAD_PLACE,
        /// There is no next row to merge with.
        NO_NEXT,
        /// A field cannot be used as it is.
        BAD_FIELD,
        /// There is nothing to undo.
        NOTHING;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
