package org.tongquan.ledger.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// The duties of one unit went to another. Never changed.
///
/// @param from `<holder>/<unit>` that had them
/// @param to unit of the same holder that has them since
/// @param on first day of the new unit
/// @param body who decided it
public record Succession(
        UUID id,
        String region,
        String from,
        String to,
        LocalDate on,
        String reason,
        String body,
        Instant at) {
    public static final int MOST_REASON = 500;
}
