package org.tongquan.ledger.suggesting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongquan.compact.calendar.WorkCalendar;

/// What somebody of the public suggests, with what was done about it.
///
/// @param on the day it came, where the parties are
/// @param look by when the office looks at it
/// @param hasContact whether the office may reach the writer
/// @param events those that the reader may see, in order
/// @param handling where it stands on the day it was read
public record Suggestion(
        UUID id,
        String region,
        String category,
        String title,
        String text,
        LocalDate on,
        Instant at,
        Look look,
        boolean hasContact,
        List<SuggestionEvent> events,
        Handling handling) {
    public Suggestion {
        events = List.copyOf(events);
    }

    /// The same with every term reckoned again by a calendar, standing as on a day.
    Suggestion reckonedBy(WorkCalendar calendar, LocalDate day) {
        var due = Handlings.due(calendar, on, look.days());
        var again = new Look(due.date(), look.days(), due.provisional(), look.rule());
        var reckoned = events.stream().map(e -> e.reckonedBy(calendar)).toList();
        return new Suggestion(
                id,
                region,
                category,
                title,
                text,
                on,
                at,
                again,
                hasContact,
                reckoned,
                Handlings.of(again.by(), reckoned, day));
    }

    /// @param by last day to look at it
    /// @param days workdays from which it follows
    /// @param provisional whether it lies in a year whose holidays are not announced
    /// @param rule id of the rule that set the period
    public record Look(LocalDate by, int days, boolean provisional, String rule) {}
}
