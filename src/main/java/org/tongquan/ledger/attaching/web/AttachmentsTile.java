package org.tongquan.ledger.attaching.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.attaching.Attaching;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Names;

/// Adds to a commitment's page the files that belong to it.
@Component
public class AttachmentsTile implements CommitmentTile {
    private static final int TILE = 40;

    private final Attaching attaching;

    AttachmentsTile(Attaching attaching) {
        this.attaching = attaching;
    }

    /// @param files those that count, by name
    /// @param withdrawn how many were withdrawn
    public record Tile(String href, List<File> files, int withdrawn, boolean mayAttach) {
        public Tile {
            files = List.copyOf(files);
        }
    }

    public record File(String href, String name, String note) {}

    @Override
    public int order() {
        return TILE;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        var none = new Pieces(List.of(), Map.of());
        if (actor.region().isEmpty() || !actor.region().equals(of.region())) {
            return none;
        }
        var all = attaching.list(actor, of.id()).orElse(List.of());
        boolean mayAttach = attaching.mayAttach(actor);
        if (all.isEmpty() && !mayAttach) {
            return none;
        }
        var href = "/attachments/" + of.id();
        var files =
                all.stream()
                        .filter(a -> a.withdrawn() == null)
                        .map(a -> new File(href + "/" + a.id(), a.name(), a.note()))
                        .toList();
        var tile = new Tile(href, files, all.size() - files.size(), mayAttach);
        return new Pieces(List.of(new Piece("attaching/tile", tile)), Map.of());
    }
}
