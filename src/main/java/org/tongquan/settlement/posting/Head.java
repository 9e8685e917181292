package org.tongquan.settlement.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What both sides read of a posting.
///
/// @param until when a pending times out; empty when never, or when it is no pending
/// @param related the pending that it ended, or the posting that it reversed
public record Head(
        PostingId id,
        Kind kind,
        String key,
        Note note,
        Instant recordedAt,
        @Nullable Instant until,
        @Nullable PostingId related) {}
