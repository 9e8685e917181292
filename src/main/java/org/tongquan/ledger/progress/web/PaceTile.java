package org.tongquan.ledger.progress.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.progress.Pace;
import org.tongquan.ledger.progress.Pacing;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;

/// Adds to an item's page by which rhythm it reports, and the form that sets it.
@Component
public class PaceTile implements CommitmentTile {
    private static final int ORDER = 22;

    private final Pacing pacing;

    PaceTile(Pacing pacing) {
        this.pacing = pacing;
    }

    /// @param now word of the rhythm that counts
    /// @param by who set it; empty while the rule counts from the start
    /// @param action where the form goes; empty for who may not set it
    /// @param seen how often it was set
    /// @param refused word of a refusal; empty without
    public record Tile(
            String now,
            String by,
            String at,
            List<String> words,
            String action,
            int seen,
            String refused,
            String back) {
        public Tile {
            words = List.copyOf(words);
        }
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        boolean here = actor.region().equals(of.region()) && of.kind().equals(Commitment.TASK);
        return here
                ? new Pieces(
                        List.of(new Piece("progress/pace", tile(actor, card, names, ""))), Map.of())
                : new Pieces(List.of(), Map.of());
    }

    Tile tile(Actor actor, Card card, Names.Of names, String refused) {
        var of = card.commitment();
        var page = "/ledger/" + of.region() + "/" + of.id();
        var set = pacing.of(actor, of.region(), of.id());
        return new Tile(
                set.isEmpty() ? Pace.Rhythm.RULE.word() : set.getLast().rhythm().word(),
                set.isEmpty() ? "" : names.body(set.getLast().body()),
                set.isEmpty() ? "" : Moments.of(set.getLast().at()),
                Arrays.stream(Pace.Rhythm.values()).map(Pace.Rhythm::word).toList(),
                pacing.maySet(actor, card) ? page + "/rhythm" : "",
                set.size(),
                refused,
                page);
    }
}
