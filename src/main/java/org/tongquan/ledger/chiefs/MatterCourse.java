package org.tongquan.ledger.chiefs;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;

/// How a problem stands: a fold over its events. Pure, and the same whatever the order in which the
/// events are handed over.
///
/// @param unit who has it now
/// @param due last day of the running term; null when it is not the unit's turn
/// @param daysOver days since then, 0 while it has not passed
/// @param returned how often an answer did not hold
/// @param wasLate whether a term has passed without an answer
/// @param closedOn null while it is open
public record MatterCourse(
        Matter.State state,
        int seq,
        String unit,
        @Nullable LocalDate due,
        boolean provisional,
        long daysOver,
        int returned,
        boolean wasLate,
        @Nullable LocalDate closedOn,
        List<Matter.Event> events) {
    public MatterCourse {
        events = List.copyOf(events);
    }

    /// @param calendar by which terms are reckoned on this day
    /// @throws IllegalArgumentException when nothing was found
    static MatterCourse of(
            Collection<Matter.Event> events, WorkCalendar calendar, LocalDate today) {
        Matter.State state = null;
        Matter.Event begun = null;
        boolean late = false;
        int seq = 0;
        var counted = new ArrayList<Matter.Event>();
        var sorted = events.stream().sorted(Comparator.comparingInt(Matter.Event::seq)).toList();
        for (var event : sorted) {
            seq = event.seq();
            var next = event.step().after(state);
            if (next.isEmpty()) {
                continue;
            }
            if (event.step() == Matter.Step.ANSWERED || event.step() == Matter.Step.MOVED) {
                late |= begun != null && event.on().isAfter(due(begun, calendar).date());
            }
            if (event.step().startsTerm()) {
                begun = event;
            }
            state = next.get();
            counted.add(event);
        }
        if (state == null || begun == null) {
            throw new IllegalArgumentException("a problem begins with what was found");
        }
        boolean units =
                state == Matter.State.AWAITING_RECEIPT || state == Matter.State.AWAITING_ANSWER;
        var due = units ? due(begun, calendar) : null;
        long over = due == null ? 0 : Math.max(0, DAYS.between(due.date(), today));
        return new MatterCourse(
                state,
                seq,
                counted.getLast().unit(),
                due == null ? null : due.date(),
                due != null && due.provisional(),
                over,
                (int) counted.stream().filter(e -> e.step() == Matter.Step.RETURNED).count(),
                late || over > 0,
                state == Matter.State.CLOSED ? counted.getLast().on() : null,
                counted);
    }

    /// The last day of the term that an event begins.
    static WorkCalendar.Due due(Matter.Event begun, WorkCalendar calendar) {
        return due(calendar, begun.on(), begun.within());
    }

    static WorkCalendar.Due due(WorkCalendar calendar, LocalDate from, int within) {
        int length = Math.clamp(within, 1, WorkCalendar.MOST_DAYS);
        return calendar.due(from, length, WorkCalendar.TermUnit.WORKDAY);
    }

    /// Number of the event that began the term running or last run.
    int term() {
        return events.stream()
                .filter(e -> e.step().startsTerm())
                .mapToInt(Matter.Event::seq)
                .max()
                .orElse(0);
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
