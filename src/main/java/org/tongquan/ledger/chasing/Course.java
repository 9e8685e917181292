package org.tongquan.ledger.chasing;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;

/// How a notice stands: a fold over its events. Pure, and the same whatever the order in which the
/// events are handed over: their numbers count. An event that its state did not allow is passed
/// over.
///
/// @param state what it waits for
/// @param seq number of the last event
/// @param since the day on which the state began
/// @param due until when the next step is to be taken, `null` when no term is set
/// @param provisional whether that day rests on a year without a notice of holidays
/// @param shifted whether the day is another than was reckoned when the state began
/// @param daysOver days since the due day, 0 while it has not passed
/// @param returned how often an answer was returned
/// @param reopened how often it was taken up again
/// @param events those that counted, in their order
public record Course(
        Step.State state,
        int seq,
        LocalDate since,
        @Nullable LocalDate due,
        boolean provisional,
        boolean shifted,
        long daysOver,
        int returned,
        int reopened,
        List<NoticeEvent> events) {
    public Course {
        events = List.copyOf(events);
    }

    /// @param events at least the one of issue
    /// @throws IllegalArgumentException when nothing was issued
    static Course of(
            Terms terms, Collection<NoticeEvent> events, WorkCalendar calendar, LocalDate today) {
        Step.State state = null;
        var counted = new ArrayList<NoticeEvent>();
        int seq = 0;
        for (var event :
                events.stream().sorted(Comparator.comparingInt(NoticeEvent::seq)).toList()) {
            seq = event.seq();
            var next = event.step().after(state);
            if (next.isPresent()) {
                state = next.get();
                counted.add(event);
            }
        }
        if (state == null) {
            throw new IllegalArgumentException("a notice begins with its issue");
        }
        var last = counted.getLast();
        var due = terms.due(state, last.on(), calendar);
        var date = due.map(WorkCalendar.Due::date).orElse(null);
        return new Course(
                state,
                seq,
                last.on(),
                date,
                due.map(WorkCalendar.Due::provisional).orElse(false),
                date != null && last.due() != null && !date.equals(last.due()),
                date == null ? 0 : Math.max(0, DAYS.between(date, today)),
                count(counted, Step.RETURNED),
                count(counted, Step.REOPENED),
                counted);
    }

    private static int count(List<NoticeEvent> events, Step step) {
        return (int) events.stream().filter(e -> e.step() == step).count();
    }

    public boolean isOverdue() {
        return daysOver > 0;
    }

    public boolean isOpen() {
        return state != Step.State.CLOSED;
    }

    /// Whether this step may be taken now.
    public boolean allows(Step step) {
        return step.after(state).isPresent();
    }
}
