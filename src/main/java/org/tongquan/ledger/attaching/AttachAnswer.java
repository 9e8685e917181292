package org.tongquan.ledger.attaching;

import java.util.Locale;
import java.util.UUID;
import org.tongquan.ledger.ProgressReport.Attachment;

/// What came of it.
public sealed interface AttachAnswer {
    /// @param id of the file
    record Done(UUID id) implements AttachAnswer {}

    record Refused(Fault fault) implements AttachAnswer {}

    /// A file as it was handed in, its content checked.
    record Content(Attachment file) implements AttachAnswer {}

    enum Fault {
        /// No such item or file, or not for this body.
        NOT_FOUND,
        /// This body attaches or withdraws nothing here.
        NOT_YOURS,
        /// No file was chosen, or it is empty.
        EMPTY,
        /// Larger than [Attachment#MOST_BYTES].
        SIZE,
        /// The item has [Attached#MOST] files.
        MANY,
        /// The same content is attached already by this body.
        SAME,
        /// The note is too long, or a withdrawal has no reason.
        WORDS,
        /// Withdrawn before.
        WITHDRAWN,
        /// What is kept is not what was handed in.
        DAMAGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
