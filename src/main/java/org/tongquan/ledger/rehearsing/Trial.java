package org.tongquan.ledger.rehearsing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.Dated;
import org.tongquan.kernel.Actor;

/// What is tried: facts of a region between two days, under versions.
///
/// @param actor who sees the facts
/// @param versions the version to go by on a day; empty where there is none
/// @param calendar the workdays as they are known on the last day, whatever the version
/// @param from first day
/// @param to last day
public record Trial(
        Actor actor,
        String region,
        Function<LocalDate, Optional<Resolved>> versions,
        WorkCalendar calendar,
        LocalDate from,
        LocalDate to) {
    public Optional<Resolved> on(LocalDate day) {
        return versions.apply(day);
    }

    /// The rule of a kind that applies on a day.
    public <T extends Dated> Optional<T> rule(Function<Compact, List<T>> section, LocalDate day) {
        return on(day).flatMap(version -> version.rule(section, day));
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// The last day of a term in workdays, kept within what a calendar counts.
    public LocalDate due(LocalDate begun, int workdays) {
        int length = Math.clamp(workdays, 1, WorkCalendar.MOST_DAYS);
        return calendar.due(begun, length, WorkCalendar.TermUnit.WORKDAY).date();
    }
}
