package org.tongquan.identity.keys;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Power;

/// A key of a program, without its secret.
///
/// @param body the body it acts for
/// @param name what it is for, as its issuer called it
/// @param prefix beginning of the key, by which people recognise it
/// @param powers what it may do at most; without any it only reads
/// @param perMinute requests it may send within a minute
/// @param usedAt when it was used last, to the minute
/// @param refusedAt when somebody tried it last after its end, to the minute
public record ApiKey(
        UUID id,
        String region,
        String body,
        String name,
        String prefix,
        Set<Power> powers,
        int perMinute,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt,
        @Nullable Instant refusedAt) {
    public ApiKey {
        powers = Set.copyOf(powers);
    }

    /// Whether it opens anything at this moment.
    public boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /// How it stands: `revoked`, `expired` or `usable`.
    public String state(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return isUsable(now) ? "usable" : "expired";
    }
}
