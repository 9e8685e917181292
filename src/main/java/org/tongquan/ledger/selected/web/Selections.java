package org.tongquan.ledger.selected.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Level;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.responsible.Responsible;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes the view of chosen rows.
@Component
class Selections {
    private final Ledger ledger;
    private final Assessing assessing;
    private final Deeds deeds;
    private final Names names;
    private final Messages messages;

    Selections(Ledger ledger, Assessing assessing, Deeds deeds, Names names, Messages messages) {
        this.ledger = ledger;
        this.assessing = assessing;
        this.deeds = deeds;
        this.names = names;
        this.messages = messages;
    }

    /// A chosen row.
    ///
    /// @param seen how many ratings it had when it was shown
    record Chosen(String commitment, String party, int seen) {
        /// `commitment~party` as the list sends it, or with `~seen` as the form does.
        static Optional<Chosen> of(String key) {
            var parts = key.split("~", -1);
            boolean fits =
                    parts.length == 2 || (parts.length == 3 && parts[2].matches("[0-9]{1,6}"));
            return fits && !parts[0].isEmpty() && !parts[1].isEmpty()
                    ? Optional.of(
                            new Chosen(
                                    parts[0],
                                    parts[1],
                                    parts.length == 3 ? Integer.parseInt(parts[2]) : 0))
                    : Optional.empty();
        }

        String key() {
            return commitment + "~" + party + "~" + seen;
        }
    }

    /// The form, with the rows as they stand now.
    SelectedView form(Actor actor, Act act, List<String> keys, Language language) {
        var chosen = now(actor, act, chosen(keys));
        var error = chosen.isEmpty() ? "chasing.refused.count" : tooMany(chosen);
        return view(actor, act, chosen, Wish.NONE, List.of(), error, language);
    }

    /// Does it, and shows what became of each row.
    SelectedView done(Actor actor, Act act, List<String> keys, Wish wish, Language language) {
        var chosen = chosen(keys);
        var error = fault(act, chosen, wish);
        var outcomes = error.isEmpty() ? deeds.of(actor, act, chosen, wish) : List.<Outcome>of();
        return view(actor, act, chosen, wish, outcomes, error, language);
    }

    private static String tooMany(List<Chosen> chosen) {
        return chosen.size() > Chasing.MOST_AT_ONCE ? "chasing.refused.count" : "";
    }

    private static String fault(Act act, List<Chosen> chosen, Wish wish) {
        if (chosen.isEmpty()) {
            return "chasing.refused.count";
        }
        boolean needsText = act == Act.NOTICE || act == Act.RATE;
        if (needsText && wish.text().isBlank()) {
            return "chasing.refused.text";
        }
        if (act == Act.ASSIGN && wish.who().length() > Responsible.MOST_WHO) {
            return "responsible.refused.text";
        }
        return act == Act.ASSIGN && wish.unit().isEmpty()
                ? "ledger.refused.assign-unknown-unit"
                : tooMany(chosen);
    }

    private static List<Chosen> chosen(List<String> keys) {
        var rows = new LinkedHashMap<String, Chosen>();
        keys.forEach(
                key ->
                        Chosen.of(key)
                                .ifPresent(
                                        c ->
                                                rows.putIfAbsent(
                                                        c.commitment() + "~" + c.party(), c)));
        return List.copyOf(rows.values());
    }

    /// With the number of ratings that each row has now.
    private List<Chosen> now(Actor actor, Act act, List<Chosen> chosen) {
        if (act != Act.RATE) {
            return chosen;
        }
        var seen = new HashMap<String, Integer>();
        assessing
                .latest(actor, actor.region())
                .forEach(
                        r ->
                                seen.put(
                                        r.rating().commitment() + "~" + r.rating().party(),
                                        r.rating().revision()));
        return chosen.stream()
                .map(
                        c ->
                                new Chosen(
                                        c.commitment(),
                                        c.party(),
                                        seen.getOrDefault(c.commitment() + "~" + c.party(), 0)))
                .toList();
    }

    private SelectedView view(
            Actor actor,
            Act act,
            List<Chosen> chosen,
            Wish wish,
            List<Outcome> outcomes,
            String error,
            Language language) {
        var of = names.of(actor.region(), language);
        var rows = new ArrayList<SelectedView.Row>();
        for (int i = 0; i < chosen.size(); i++) {
            var outcome = outcomes.isEmpty() ? new Outcome(false, "", "") : outcomes.get(i);
            row(actor, chosen.get(i), outcome, of).ifPresent(rows::add);
        }
        return new SelectedView(
                List.of(
                        new Crumb("/ledger", messages.say(language, "ledger.title")),
                        new Crumb("", messages.say(language, "selected.act." + act.word()))),
                act.word(),
                rows,
                act == Act.ASSIGN ? units(of) : List.of(),
                wish.text(),
                wish.level(),
                wish.unit(),
                wish.role(),
                wish.who(),
                !outcomes.isEmpty(),
                (int) outcomes.stream().filter(Outcome::worked).count(),
                error);
    }

    private Optional<SelectedView.Row> row(
            Actor actor, Chosen chosen, Outcome outcome, Names.Of of) {
        return ledger.find(actor, actor.region(), chosen.commitment()).stream()
                .flatMap(c -> c.obligations().stream())
                .filter(o -> o.party().equals(chosen.party()))
                .findFirst()
                .map(o -> row(o, chosen, outcome, of));
    }

    private static SelectedView.Row row(
            Obligation obligation, Chosen chosen, Outcome outcome, Names.Of of) {
        var due = obligation.standing().due();
        return new SelectedView.Row(
                chosen.key(),
                "/ledger/%s/%s#%s"
                        .formatted(
                                obligation.region(), obligation.commitment(), obligation.party()),
                of.language().pick(obligation.textZh(), obligation.textEn()),
                of.party(obligation.party()),
                obligation.standing().light().word(),
                obligation.standing().percent(),
                due == null ? "" : due.toString(),
                outcome.key(),
                outcome.worked(),
                outcome.made());
    }

    private static List<Option> units(Names.Of of) {
        return of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> u.level() != Level.NATION && !u.generic())
                .map(u -> new Option(u.id(), u.name()))
                .toList();
    }
}
