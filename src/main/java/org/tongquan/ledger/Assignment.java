package org.tongquan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit's part in one obligation, from a day to a day.
///
/// @param unit `<holder>/<unit>`
/// @param byBody the body that named it; `clause` when the text does
public record Assignment(
        UUID id,
        String region,
        String commitment,
        String party,
        String unit,
        Role role,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String byBody,
        Instant at) {
    /// Stands for "the text names this unit".
    public static final String BY_TEXT = "clause";

    /// What a unit does.
    public enum Role {
        LEAD,
        COOPERATING;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Role of(String word) {
            return word.equals("lead") ? LEAD : COOPERATING;
        }
    }
}
