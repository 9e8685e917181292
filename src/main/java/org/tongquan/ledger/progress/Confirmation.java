package org.tongquan.ledger.progress;

import java.time.Instant;
import java.util.UUID;

/// What a cooperating unit says of a report.
///
/// @param revision 1 for the first word of this unit on this report; the highest counts
/// @param reason why it contradicts; may be empty when it agrees
public record Confirmation(
        UUID id,
        UUID report,
        String region,
        String commitment,
        String party,
        int revision,
        boolean agrees,
        String reason,
        String body,
        Instant at) {
    /// Longer reasons are refused.
    public static final int MOST_REASON = 1_000;
}
