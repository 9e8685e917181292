package org.tongquan.ledger.suggesting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.terms.MovedTerms;

/// The terms in which suggestions are looked at and answered: reckoned when they begin, and again
/// by the calendar of today as long as they rest on holidays that were not announced then.
@Component
class SuggestionTerms implements MovedTerms {
    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Suggestions suggestions;
    private final Compacts compacts;

    SuggestionTerms(Acting acting, Suggestions suggestions, Compacts compacts) {
        this.acting = acting;
        this.suggestions = suggestions;
        this.compacts = compacts;
    }

    Optional<Suggestion> find(UUID id, LocalDate day) {
        return suggestions.find(id, day).map(s -> again(s, day));
    }

    List<Suggestion> list(String region, Wanted wanted, LocalDate day, int most) {
        return suggestions.list(region, wanted, day, most).stream()
                .map(s -> again(s, day))
                .toList();
    }

    /// The suggestion with its terms as they end by the calendar of this day.
    Suggestion again(Suggestion suggestion, LocalDate day) {
        boolean sure =
                !suggestion.look().provisional()
                        && suggestion.events().stream().noneMatch(SuggestionEvent::provisional);
        return sure
                ? suggestion
                : compacts.calendar(suggestion.region(), day)
                        .map(calendar -> suggestion.reckonedBy(calendar, day))
                        .orElse(suggestion);
    }

    @Override
    public List<Moved> moved(String region, LocalDate day) {
        return acting.read(
                JOB,
                () -> {
                    var moved = new ArrayList<Moved>();
                    for (var told : suggestions.provisional(region, day)) {
                        var now = again(told, day).handling().due();
                        var first = told.handling().due();
                        boolean open = told.handling().answer().isEmpty();
                        if (open && now != null && first != null && !now.equals(first)) {
                            moved.add(
                                    new Moved(
                                            "suggestion " + told.id(),
                                            told.title(),
                                            List.of(told.handling().unit()),
                                            first,
                                            now,
                                            "/suggestions/" + told.id()));
                        }
                    }
                    return moved;
                });
    }
}
