package org.tongquan.kernel;

import java.time.LocalDate;
import java.util.Optional;

/// A run of days: `from` belongs to it, `to` is the first day that no longer does.
///
/// @param from first day; [LocalDate#MIN] when it was always so
/// @param to first day after the end; [#OPEN] when no end is known
public record Period(LocalDate from, LocalDate to) {
    /// The `to` of a period without a known end.
    public static final LocalDate OPEN = LocalDate.MAX;

    public static final Period ALWAYS = new Period(LocalDate.MIN, OPEN);

    /// @throws IllegalArgumentException when the period would hold no day
    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period from " + from + " to " + to + " is empty");
        }
    }

    /// From this day on, without a known end.
    public static Period from(LocalDate from) {
        return new Period(from, OPEN);
    }

    /// From the first to the last day, both belonging to it, as people write it down.
    public static Period ofDays(LocalDate first, LocalDate last) {
        return new Period(first, last.plusDays(1));
    }

    public boolean isOpen() {
        return to.equals(OPEN);
    }

    /// The last day that belongs to it; empty when open.
    public Optional<LocalDate> last() {
        return isOpen() ? Optional.empty() : Optional.of(to.minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (isOpen() || day.isBefore(to));
    }

    /// Whether every day of the other one belongs to this one too.
    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /// The days that belong to both; empty when there is none.
    public Optional<Period> intersect(Period other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        var start = from.isAfter(other.from) ? from : other.from;
        var end = to.isBefore(other.to) ? to : other.to;
        return Optional.of(new Period(start, end));
    }

    /// `2020-06-03/2026-01-01`, with `..` for an open side.
    @Override
    public String toString() {
        return (from.equals(LocalDate.MIN) ? ".." : from) + "/" + (isOpen() ? ".." : to);
    }
}
