package org.tongquan.ledger.suggesting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.WorkCalendar;

/// Something that was done about a suggestion. Never changed.
///
/// @param ordinal place among its events, from 1
/// @param body who did it
/// @param text the reason for hiding it, or the answer
/// @param unit the unit named; empty otherwise
/// @param commitment the commitment or item of a plan linked; empty otherwise
/// @param due last day for the answer; null when no unit was named
/// @param days workdays from which `due` follows
/// @param provisional whether `due` lies in a year whose holidays are not announced
/// @param rule id of the rule that set the period; empty when it set none
public record SuggestionEvent(
        UUID id,
        int ordinal,
        Kind kind,
        String body,
        LocalDate on,
        Instant at,
        String text,
        String unit,
        String commitment,
        @Nullable LocalDate due,
        int days,
        boolean provisional,
        String rule) {
    /// The same with its term reckoned again.
    SuggestionEvent reckonedBy(WorkCalendar calendar) {
        if (due == null || days == 0) {
            return this;
        }
        var now = Handlings.due(calendar, on, days);
        return new SuggestionEvent(
                id,
                ordinal,
                kind,
                body,
                on,
                at,
                text,
                unit,
                commitment,
                now.date(),
                days,
                now.provisional(),
                rule);
    }

    public enum Kind {
        PUBLISHED,
        HIDDEN,
        ASSIGNED,
        ANSWERED,
        LINKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(k -> k.word().equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
