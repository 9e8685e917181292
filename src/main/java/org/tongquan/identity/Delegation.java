package org.tongquan.identity;

import java.time.Instant;
import java.util.UUID;

/// That one person lets another act for a body until a moment. It gives only what the giver holds
/// at the moment of use, and it cannot be handed on.
///
/// @param giverName as shown on pages
/// @param receiverName as shown on pages
public record Delegation(
        UUID id,
        UUID giver,
        String giverName,
        UUID receiver,
        String receiverName,
        String region,
        String body,
        Instant until) {}
