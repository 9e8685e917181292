package org.tongquan.settlement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.PostingId;

/// A posting that is in the books, as far as another can end or reverse it.
///
/// @param ended whether another posting ended or reversed it
record Kept(
        PostingId id,
        Kind kind,
        String purpose,
        @Nullable Instant until,
        boolean ended,
        List<Moved> legs) {

    Kept asEnded() {
        return new Kept(id, kind, purpose, until, true, legs);
    }

    /// @param amount what it moved
    /// @param reserved what it reserved, or gave back of it
    record Moved(String account, long amount, long reserved) {}
}
