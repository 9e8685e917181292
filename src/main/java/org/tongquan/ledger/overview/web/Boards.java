package org.tongquan.ledger.overview.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.overview.Overview;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Option;

/// Makes the view of the board.
@Component
class Boards {
    private final Overview overview;
    private final Names names;

    Boards(Overview overview, Names names) {
        this.overview = overview;
        this.names = names;
    }

    BoardView of(Actor actor, String party, Language language) {
        var of = names.of(actor.region(), language);
        var lanes = new LinkedHashMap<String, Map<Light, List<Overview.Card>>>();
        for (var card : overview.board(actor, party)) {
            lanes.computeIfAbsent(card.chapter(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(card.light(), _ -> new ArrayList<>())
                    .add(card);
        }
        return new BoardView(
                parties(of),
                party,
                lanes.entrySet().stream()
                        .map(e -> lane(e.getKey(), e.getValue(), party, of))
                        .toList());
    }

    static List<Option> parties(Names.Of of) {
        return of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList();
    }

    private static BoardView.Lane lane(
            String chapter, Map<Light, List<Overview.Card>> cells, String party, Names.Of of) {
        return new BoardView.Lane(
                chapter,
                List.of(Light.values()).stream()
                        .map(l -> cell(chapter, l, cells.getOrDefault(l, List.of()), party, of))
                        .toList());
    }

    private static BoardView.Cell cell(
            String chapter, Light light, List<Overview.Card> cards, String party, Names.Of of) {
        var href =
                "/ledger?light=%s&chapter=%s%s"
                        .formatted(
                                light.word(),
                                encoded(chapter),
                                party.isEmpty() ? "" : "&party=" + encoded(party));
        return new BoardView.Cell(
                light.word(),
                cards.isEmpty() ? 0 : cards.getFirst().count(),
                cards.stream().map(c -> card(c, of)).toList(),
                href);
    }

    private static BoardView.Card card(Overview.Card card, Names.Of of) {
        return new BoardView.Card(
                "/ledger/%s/%s#%s"
                        .formatted(
                                of.compact().compact().compact().id(),
                                card.commitment(),
                                card.party()),
                of.language().pick(card.textZh(), card.textEn()),
                of.party(card.party()),
                card.percent(),
                card.due() == null ? "" : card.due().toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
