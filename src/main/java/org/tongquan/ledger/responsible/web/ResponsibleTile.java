package org.tongquan.ledger.responsible.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.responsible.Naming;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;

/// Adds to a commitment's page who answers for the units that have a part in it.
@Component
public class ResponsibleTile implements CommitmentTile {
    private static final int TILE = 8;

    private final Naming naming;

    ResponsibleTile(Naming naming) {
        this.naming = naming;
    }

    public record Tile(List<Row> rows) {
        public Tile {
            rows = List.copyOf(rows);
        }
    }

    /// @param by who named the person
    public record Row(String party, String unit, String who, String by, String at) {}

    @Override
    public int order() {
        return TILE;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var rows =
                naming.of(actor, card).stream()
                        .map(
                                r ->
                                        new Row(
                                                names.party(r.party()),
                                                names.body(r.unit()),
                                                r.who(),
                                                names.body(r.body()),
                                                Moments.of(r.at())))
                        .toList();
        return rows.isEmpty()
                ? new Pieces(List.of(), Map.of())
                : new Pieces(List.of(new Piece("responsible/tile", new Tile(rows))), Map.of());
    }
}
