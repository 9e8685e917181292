package org.tongquan.ledger.responsible;

import java.time.Instant;
import java.util.UUID;

/// The person who answers for a unit's part in one obligation. Never changed.
///
/// @param unit `<holder>/<unit>`
/// @param who by name, post or both, as the office writes it
/// @param body who named them
public record Responsible(
        UUID id,
        String region,
        String commitment,
        String party,
        String unit,
        String who,
        String body,
        Instant at) {
    /// Longer names are refused.
    public static final int MOST_WHO = 60;
}
