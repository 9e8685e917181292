package org.tongquan.settlement.posting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How an account stands, its pendings with it, read at one moment.
///
/// @param version how many legs it has had
/// @param at when the last of them was recorded; empty when there was none
/// @param posted what is there
/// @param incoming what pendings may still bring, 0 or above
/// @param outgoing what pendings may still take, 0 or below
public record Balance(
        long version, @Nullable Instant at, long posted, long incoming, long outgoing) {
    /// An account without legs.
    public static final Balance NONE = new Balance(0, null, 0, 0, 0);

    /// What can still be given if every pending takes all.
    public long available() {
        return Math.addExact(posted, outgoing);
    }
}
