package org.tongquan.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// That a person acts for a body, from one day to another.
///
/// @param from first day
/// @param to last day, empty for open end
/// @param endedAt when it was ended before its last day
public record Membership(
        UUID id,
        UUID person,
        String region,
        String body,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<Instant> endedAt) {
    /// Whether it counts on this day.
    public boolean inForce(LocalDate day) {
        return endedAt.isEmpty() && !from.isAfter(day) && !isOver(day);
    }

    /// Whether it can never count again from this day on.
    public boolean isOver(LocalDate day) {
        return endedAt.isPresent() || to.filter(day::isAfter).isPresent();
    }
}
