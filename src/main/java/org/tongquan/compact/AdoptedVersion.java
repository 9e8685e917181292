package org.tongquan.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.Validity;

/// An adopted version as the list of versions shows it.
///
/// @param id made from the digest: the same text has the same id everywhere
/// @param region id of the compact
/// @param digest SHA-256 of the canonical bytes, in hexadecimal
/// @param adoptedBy body that adopted it here
public record AdoptedVersion(
        UUID id,
        String region,
        String version,
        Compact.Kind kind,
        Adoption adoption,
        String name,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String digest,
        Instant adoptedAt,
        String adoptedBy) {

    public boolean validOn(LocalDate at) {
        return Validity.covers(validFrom, validTo, at);
    }
}
