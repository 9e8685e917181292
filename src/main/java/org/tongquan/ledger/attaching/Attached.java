package org.tongquan.ledger.attaching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of an item, without its content.
///
/// @param party whose it is; empty when a common body attached it for all
/// @param size in bytes
/// @param sha256 lower-case hexadecimal
/// @param withdrawn that it does not count any more, or null
public record Attached(
        UUID id,
        String region,
        String item,
        String party,
        String body,
        Instant at,
        String name,
        String mediaType,
        int size,
        String sha256,
        String note,
        @Nullable Withdrawal withdrawn) {
    /// Files of one item, withdrawn ones too.
    public static final int MOST = 100;

    public static final int MOST_NOTE = 300;

    /// Who withdrew it, and why.
    public record Withdrawal(String body, Instant at, String reason) {}
}
