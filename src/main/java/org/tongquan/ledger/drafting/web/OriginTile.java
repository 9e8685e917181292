package org.tongquan.ledger.drafting.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Source;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.drafting.Origin;
import org.tongquan.ledger.drafting.Origins;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Names;

/// Adds to a commitment's page where it comes from: the sentence it was read from with a way into
/// the document, or the document as the compact names it.
@Component
public class OriginTile implements CommitmentTile {
    private static final int TILE = 5;

    private final Origins origins;

    OriginTile(Origins origins) {
        this.origins = origins;
    }

    /// @param href into the document; empty when its text is not kept
    /// @param sentence empty without
    /// @param document title of the document
    /// @param facts its number, issuer and day, as far as they are known
    /// @param article where in it
    /// @param url where the text can be read elsewhere; empty when nobody said so
    /// @param item whether it speaks of an item of a plan, which rests on a commitment
    public record Tile(
            String href,
            String sentence,
            String document,
            List<String> facts,
            String article,
            String url,
            boolean item) {
        public Tile {
            facts = List.copyOf(facts);
        }
    }

    @Override
    public int order() {
        return TILE;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        if (!actor.region().equals(of.region())) {
            return new Pieces(List.of(), Map.of());
        }
        var about = of.parent() == null ? of.id() : of.parent();
        var tile =
                origins.of(actor, of.region(), about)
                        .map(origin -> read(of, about, origin))
                        .orElseGet(() -> declared(of, names));
        return new Pieces(List.of(new Piece("ledger/origin", tile)), Map.of());
    }

    private static Tile read(Commitment of, String about, Origin origin) {
        return new Tile(
                "/documents/%s?of=%s#s-%s".formatted(origin.document(), about, about),
                origin.sentence(),
                origin.name(),
                origin.number().isEmpty() ? List.of() : List.of(origin.number()),
                (of.articleNumber() + of.articleTitle()).strip(),
                "",
                of.parent() != null);
    }

    private static Tile declared(Commitment of, Names.Of names) {
        var source =
                names.compact().sources().stream()
                        .filter(s -> s.id().equals(of.source()))
                        .findFirst();
        return new Tile(
                "",
                "",
                source.map(Source::title).orElse(of.source()),
                source.map(OriginTile::facts).orElse(List.of()),
                (of.articleNumber() + of.articleTitle()).strip(),
                source.map(s -> s.url() == null ? "" : s.url())
                        .filter(OriginTile::isWeb)
                        .orElse(""),
                of.parent() != null);
    }

    private static boolean isWeb(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }

    private static List<String> facts(Source source) {
        var facts = new java.util.ArrayList<String>();
        if (source.number() != null) {
            facts.add(source.number());
        }
        if (source.issuer() != null) {
            facts.add(source.issuer());
        }
        if (source.issued() != null) {
            facts.add(source.issued().toString());
        }
        return facts;
    }
}
