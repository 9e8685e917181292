package org.tongquan.ledger.suggesting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.ledger.suggesting.Handling.Shown;
import org.tongquan.ledger.suggesting.SuggestionEvent.Kind;

/// The rule: where a suggestion stands, from its events. Pure; the same whatever order the events
/// come in, because each carries its place.
///
/// The time to answer begins when a unit is named first; naming another one later does not begin
/// it anew. An answer on the last day is in time.
final class Handlings {
    private Handlings() {}

    /// @param lookBy last day for the office to look at it
    /// @param day the day on which it is looked at
    static Handling of(LocalDate lookBy, List<SuggestionEvent> events, LocalDate day) {
        var order = Comparator.comparingInt(SuggestionEvent::ordinal);
        var sorted = events.stream().sorted(order).toList();
        var shown = last(sorted, e -> e.kind() == Kind.PUBLISHED || e.kind() == Kind.HIDDEN);
        var assigned = last(sorted, e -> e.kind() == Kind.ASSIGNED);
        var began = first(sorted, e -> e.kind() == Kind.ASSIGNED);
        var answer = last(sorted, e -> e.kind() == Kind.ANSWERED);
        var answered = first(sorted, e -> e.kind() == Kind.ANSWERED);
        var link = last(sorted, e -> e.kind() == Kind.LINKED);
        var due = began == null ? null : began.due();
        boolean hidden = shown != null && shown.kind() == Kind.HIDDEN;
        return new Handling(
                sorted.isEmpty() ? 0 : sorted.getLast().ordinal(),
                shown == null ? Shown.PENDING : hidden ? Shown.HIDDEN : Shown.PUBLISHED,
                shown != null && hidden ? shown.text() : "",
                assigned == null ? "" : assigned.unit(),
                due,
                began != null && began.provisional(),
                began == null ? "" : began.rule(),
                answer == null ? "" : answer.text(),
                answered == null ? null : answered.on(),
                answered != null && due != null && answered.on().isAfter(due),
                answered == null && due != null && !hidden && day.isAfter(due),
                shown == null && day.isAfter(lookBy),
                link == null ? "" : link.commitment());
    }

    /// The last day of a period in workdays that begins on a day.
    static WorkCalendar.Due due(WorkCalendar calendar, LocalDate start, int days) {
        return calendar.due(start, days, WorkCalendar.TermUnit.WORKDAY);
    }

    private static @Nullable SuggestionEvent first(
            List<SuggestionEvent> sorted, Predicate<SuggestionEvent> which) {
        return sorted.stream().filter(which).findFirst().orElse(null);
    }

    private static @Nullable SuggestionEvent last(
            List<SuggestionEvent> sorted, Predicate<SuggestionEvent> which) {
        return first(sorted.reversed(), which);
    }
}
