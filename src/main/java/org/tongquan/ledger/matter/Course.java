package org.tongquan.ledger.matter;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.ChaseRule;

/// How a major matter stands: a fold over its events. Pure, and the same whatever the order in
/// which the events are handed over: their numbers count. An event that its state did not allow is
/// passed over.
///
/// @param seq number of the last event
/// @param due until when it is to be acknowledged, then until when settled; null when closed
/// @param provisional whether that day rests on a year without a notice of holidays
/// @param daysOver days since the due day, 0 while it has not passed
/// @param events those that counted, in their order
public record Course(
        Matter.State state,
        int seq,
        @Nullable LocalDate due,
        boolean provisional,
        long daysOver,
        List<Matter.Event> events) {
    public Course {
        events = List.copyOf(events);
    }

    /// @throws IllegalArgumentException when nothing was reported
    static Course of(
            Matter.Terms terms,
            Collection<Matter.Event> events,
            WorkCalendar calendar,
            LocalDate today) {
        Matter.State state = null;
        LocalDate since = null;
        var counted = new ArrayList<Matter.Event>();
        int seq = 0;
        for (var event :
                events.stream().sorted(Comparator.comparingInt(Matter.Event::seq)).toList()) {
            seq = event.seq();
            var next = event.step().after(state);
            if (next.isPresent()) {
                since = next.get() == state ? since : event.on();
                state = next.get();
                counted.add(event);
            }
        }
        if (state == null || since == null) {
            throw new IllegalArgumentException("a matter begins with its report");
        }
        var due = due(terms, state, since, calendar);
        return new Course(
                state,
                seq,
                due == null ? null : due.date(),
                due != null && due.provisional(),
                due == null ? 0 : Math.max(0, DAYS.between(due.date(), today)),
                counted);
    }

    private static WorkCalendar.@Nullable Due due(
            Matter.Terms terms, Matter.State state, LocalDate since, WorkCalendar calendar) {
        return switch (state) {
            case WAITING -> workdays(calendar, since, terms.acknowledge());
            case IN_HAND -> workdays(calendar, since, terms.settle());
            case CLOSED -> null;
        };
    }

    /// A term of a rule set, kept within what a calendar counts.
    static WorkCalendar.Due workdays(WorkCalendar calendar, LocalDate from, int n) {
        int length = Math.clamp(n, 1, WorkCalendar.MOST_DAYS);
        return calendar.due(from, length, WorkCalendar.TermUnit.WORKDAY);
    }

    /// The rungs of a ladder that a matter which nobody acknowledges has reached.
    List<ChaseRule.Rung> reached(List<ChaseRule.Rung> ladder) {
        return state == Matter.State.WAITING && isOverdue()
                ? ladder.stream().filter(r -> daysOver >= r.after()).toList()
                : List.of();
    }

    public boolean isOverdue() {
        return daysOver > 0;
    }

    public boolean isOpen() {
        return state != Matter.State.CLOSED;
    }

    public boolean allows(Matter.Step step) {
        return step.after(state).isPresent();
    }
}
