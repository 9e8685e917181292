package org.tongquan.ledger.hooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Actor;

/// An address to which a body has its tellings sent.
///
/// @param types beginning of the types that are sent, empty for all
/// @param person who asked for it
public record Hook(
        UUID id,
        String region,
        String body,
        String url,
        String types,
        Instant madeAt,
        String person,
        @Nullable Instant endedAt) {
    /// Who works on it: its body's standing order, without any power.
    Actor order() {
        return new Actor("hook:" + id, body, region, java.util.Set.of());
    }
}
