package org.tongquan.ledger.scoring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a scored unit or party holds against its score, and what became of it.
///
/// @param subject the unit or party that objects
/// @param fact id of the fact it is about, empty when it misses one
/// @param decision null while it is open
public record Objection(
        UUID id,
        UUID evaluation,
        String region,
        String party,
        String subject,
        String fact,
        String reason,
        String body,
        Instant at,
        @Nullable Decision decision) {
    /// @param upheld whether the scores were corrected
    public record Decision(boolean upheld, String reason, String body, Instant at) {}
}
