package org.tongquan.settlement.posting;

import java.time.Instant;

/// What became of an [Instruction].
public sealed interface Recorded {
    /// It is in the books, durably.
    ///
    /// @param at when it was recorded
    /// @param again whether the same key had been sent before: this is the first one's posting
    record Done(PostingId id, Instant at, boolean again) implements Recorded {}

    /// Nothing was written for it.
    ///
    /// @param about the account, posting or key that it is about; may be empty
    record Refused(Reason reason, String about) implements Recorded {}

    /// Each has a sentence in `messages/settlement.properties`.
    enum Reason {
        /// Only the settlement's own job posts.
        NOT_ALLOWED,
        BAD_KEY,
        BAD_PURPOSE,
        BAD_TEXT,
        BAD_BASIS,
        /// A posting of another content has this key.
        KEY_TAKEN,
        UNKNOWN_ACCOUNT,
        TOO_FEW_LEGS,
        TOO_MANY_LEGS,
        EMPTY_LEG,
        /// The legs do not add up to zero in each unit.
        UNBALANCED,
        /// A sum does not fit.
        OVERFLOW,
        BELOW_LEAST,
        ABOVE_MOST,
        /// The moment of the time-out is not after the moment of recording.
        ENDS_TOO_EARLY,
        UNKNOWN_POSTING,
        NOT_PENDING,
        /// The pending was settled, released or timed out before.
        ENDED,
        /// As many amounts as the pending has legs, each of its sign and at most as large.
        WRONG_PART,
        /// It moved nothing that could be moved back.
        NOT_REVERSIBLE,
        REVERSED_BEFORE,
        /// Another one of the same linked batch was refused, the one with this key.
        LINKED
    }
}
