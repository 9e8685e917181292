package org.tongquan.ledger.suggesting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.host.Acting;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// Until when suggestions were to be looked at and answered under a version.
@Component
class SuggestionRehearsal implements Rehearsed {
    private final Acting acting;
    private final Suggestions suggestions;

    SuggestionRehearsal(Acting acting, Suggestions suggestions) {
        this.acting = acting;
        this.suggestions = suggestions;
    }

    @Override
    public List<Said> under(Trial trial) {
        var wanted = new Wanted(Wanted.Which.ALL, "", null);
        var all =
                acting.read(
                        trial.actor(),
                        () ->
                                suggestions.list(
                                        trial.region(), wanted, trial.to(), Integer.MAX_VALUE));
        var said = new ArrayList<Said>();
        for (var suggestion : all) {
            if (trial.has(suggestion.on())) {
                trial.rule(Compact::suggestions, suggestion.on())
                        .map(rule -> trial.due(suggestion.on(), rule.moderateWithin()))
                        .ifPresent(due -> said.add(said(suggestion, "look", due)));
            }
            suggestion.events().stream()
                    .filter(e -> e.kind() == SuggestionEvent.Kind.ASSIGNED)
                    .findFirst()
                    .map(SuggestionEvent::on)
                    .filter(trial::has)
                    .flatMap(
                            begun ->
                                    trial.rule(Compact::suggestions, begun)
                                            .map(rule -> trial.due(begun, rule.answerWithin())))
                    .ifPresent(due -> said.add(said(suggestion, "answer", due)));
        }
        return said;
    }

    private static Said said(Suggestion suggestion, String word, LocalDate due) {
        return new Said(
                Said.What.SUGGESTION_TERM,
                suggestion.id() + " " + word,
                suggestion.title() + " " + word,
                "",
                due.toString());
    }
}
