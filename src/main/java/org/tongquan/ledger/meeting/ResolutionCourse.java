package org.tongquan.ledger.meeting;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a decision stands: a fold over its events. Pure, and the same whatever the order in which
/// the events are handed over: their numbers count. An event that its state did not allow is
/// passed over.
///
/// @param seq number of the last event
/// @param daysOver days since the deadline while it is open, 0 before
/// @param events those that counted, in their order
public record ResolutionCourse(
        Resolution.State state, int seq, long daysOver, List<Resolution.Event> events) {
    public ResolutionCourse {
        events = List.copyOf(events);
    }

    static ResolutionCourse of(
            @Nullable LocalDate deadline, Collection<Resolution.Event> events, LocalDate today) {
        Resolution.State state = null;
        var counted = new ArrayList<Resolution.Event>();
        int seq = 0;
        var ordered =
                events.stream().sorted(Comparator.comparingInt(Resolution.Event::seq)).toList();
        for (var event : ordered) {
            seq = event.seq();
            var next = event.step().after(state);
            if (next.isPresent()) {
                state = next.get();
                counted.add(event);
            }
        }
        var now = state == null ? Resolution.State.NOTED : state;
        boolean counts = deadline != null && now.isOpen();
        return new ResolutionCourse(
                now, seq, counts ? Math.max(0, DAYS.between(deadline, today)) : 0, counted);
    }

    public boolean isOverdue() {
        return daysOver > 0;
    }

    public boolean allows(Resolution.Step step) {
        return step.after(state == Resolution.State.NOTED ? null : state).isPresent();
    }
}
