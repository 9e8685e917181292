package org.tongquan.journal;

/// One thing wrong with a copy of the log.
///
/// @param kind what sort of thing
/// @param index the first entry concerned, from 0; -1 when it is not about an entry
/// @param line line of the file, from 1; 0 when it is about what is missing
/// @param what one sentence
public record Finding(Kind kind, long index, int line, String what) {
    public enum Kind {
        /// The content of an entry is not what was recorded.
        EDITED,
        /// Entries are missing between others.
        REMOVED,
        /// Entries are missing at the end.
        TRUNCATED,
        /// An entry stands there that was never recorded, or a second time.
        INSERTED,
        /// An entry stands at another place than it was recorded at.
        REORDERED,
        /// Entries carry other numbers than they had.
        RENUMBERED,
        /// The list of leaf hashes does not lead to what was signed.
        HASHES,
        /// A checkpoint is not signed by a known key, or contradicts another.
        CHECKPOINT,
        /// A line cannot be read, or the file is no log.
        UNREADABLE,
        /// The proof of an entry does not hold.
        PROOF
    }
}
