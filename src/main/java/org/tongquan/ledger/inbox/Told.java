package org.tongquan.ledger.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the acting body was told.
///
/// @param read whether the acting person has read it for this body
public record Told(
        UUID id,
        String message,
        List<String> values,
        String href,
        @Nullable LocalDate due,
        String byBody,
        Instant at,
        boolean read) {
    public Told {
        values = List.copyOf(values);
    }
}
