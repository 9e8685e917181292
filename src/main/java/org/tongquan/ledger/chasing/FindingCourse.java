package org.tongquan.ledger.chasing;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;

/// How a finding stands: a fold over its events. Pure, and the same whatever the order in which the
/// events are handed over.
///
/// @param due until when it has to be put right, `null` when it is not the unit's turn
/// @param daysOver days since then, 0 while it has not passed
/// @param again how often the re-check did not hold
public record FindingCourse(
        Finding.State state,
        int seq,
        @Nullable LocalDate due,
        boolean provisional,
        long daysOver,
        int again,
        List<Finding.Event> events) {
    public FindingCourse {
        events = List.copyOf(events);
    }

    /// @param within workdays to put it right
    /// @throws IllegalArgumentException when nothing was found
    static FindingCourse of(
            int within, Collection<Finding.Event> events, WorkCalendar calendar, LocalDate today) {
        Finding.State state = null;
        var counted = new ArrayList<Finding.Event>();
        int seq = 0;
        for (var event :
                events.stream().sorted(Comparator.comparingInt(Finding.Event::seq)).toList()) {
            seq = event.seq();
            var next = event.step().after(state);
            if (next.isPresent()) {
                state = next.get();
                counted.add(event);
            }
        }
        if (state == null) {
            throw new IllegalArgumentException("a finding begins with what was found");
        }
        var due =
                state == Finding.State.AWAITING_RECTIFICATION
                        ? Terms.workdays(calendar, counted.getLast().on(), within)
                        : null;
        return new FindingCourse(
                state,
                seq,
                due == null ? null : due.date(),
                due != null && due.provisional(),
                due == null ? 0 : Math.max(0, DAYS.between(due.date(), today)),
                (int) counted.stream().filter(e -> e.step() == Finding.Step.AGAIN).count(),
                counted);
    }

    public boolean isOverdue() {
        return daysOver > 0;
    }

    public boolean isSettled() {
        return state == Finding.State.SETTLED;
    }

    public boolean allows(Finding.Step step) {
        return step.after(state).isPresent();
    }
}
