package org.tongquan.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;

/// Pieces of a commitment's page, contributed by an area as a bean. The page shows all of them
/// without knowing the area.
public interface CommitmentTile {
    /// Lower comes first.
    int order();

    /// What the area has to say of one commitment to this reader.
    Pieces of(Actor actor, Card card, Names.Of names);

    /// @param sections one below the other, before the history of reports
    /// @param reports below the report with this id
    record Pieces(List<Piece> sections, Map<UUID, Piece> reports) {
        public Pieces {
            sections = List.copyOf(sections);
            reports = Map.copyOf(reports);
        }
    }

    /// @param template `<engine>/<name>`; it takes `page` and its own `view`
    record Piece(String template, Object view) {}
}
