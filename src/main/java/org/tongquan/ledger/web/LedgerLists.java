package org.tongquan.ledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.Language;
import org.tongquan.site.Option;

/// Makes the view of a list, for staff and for the public alike.
@Component
class LedgerLists {
    private final Ledger ledger;
    private final Names names;

    LedgerLists(Ledger ledger, Names names) {
        this.ledger = ledger;
        this.names = names;
    }

    LedgerView view(Actor actor, String region, LedgerQuery query, String path, Language language) {
        var of = names.of(region, language);
        var after = Obligation.Cursor.of(query.after());
        var slice = ledger.list(actor, query.filter(region, of), after);
        var rows = slice.rows().stream().map(o -> RowView.of(o, of)).toList();
        var next = slice.more() ? query.next(path, slice.rows().getLast().cursor().toString()) : "";
        return new LedgerView(
                region,
                of.region(),
                query.chosen(),
                ledger.chapters(actor, region).stream().map(c -> new Option(c, c)).toList(),
                of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList(),
                actor.equals(Actor.PUBLIC) ? List.of() : units(query.chosen().unit(), of),
                of.compact().categories().stream()
                        .map(c -> new Option(c.id(), of.category(c.id())))
                        .toList(),
                counts(slice, query, path),
                rows,
                acts(actor),
                next,
                after.equals(Obligation.Cursor.START));
    }

    /// The kinds of units, and before them the single unit that an address asks for. The public
    /// does not see who is assigned.
    private static List<Option> units(String chosen, Names.Of of) {
        var single = Stream.of(chosen).filter(u -> u.contains("/"));
        return Stream.concat(single.map(u -> new Option(u, of.unit(u))), of.kinds().stream())
                .toList();
    }

    /// What the pages below `/ledger/selected` let this body do with chosen rows.
    private static List<String> acts(Actor actor) {
        var acts = new ArrayList<String>();
        if (actor.may(Power.SUPERVISE)) {
            acts.addAll(List.of("remind", "notice", "rate"));
        }
        if (actor.may(Power.ASSIGN)) {
            acts.add("assign");
        }
        return acts;
    }

    private static List<LedgerView.Count> counts(
            Ledger.Slice slice, LedgerQuery query, String path) {
        var chosen = query.chosen().light();
        var counts = new ArrayList<LedgerView.Count>();
        counts.add(
                new LedgerView.Count(
                        "",
                        shown(slice.total(), slice),
                        query.withLight(path, ""),
                        chosen.isEmpty()));
        for (var light : Light.values()) {
            counts.add(
                    new LedgerView.Count(
                            light.word(),
                            shown(slice.counts().getOrDefault(light, 0), slice),
                            query.withLight(path, light.word()),
                            light.word().equals(chosen)));
        }
        return counts;
    }

    private static String shown(int count, Ledger.Slice slice) {
        return slice.capped() ? count + "+" : Integer.toString(count);
    }
}
