package org.tongquan.ledger.planning.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Register;
import org.tongquan.ledger.planning.waiting.Wait;
import org.tongquan.ledger.planning.waiting.Waiting;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Names;

/// Adds to the page of a plan's item what the plan says of it: who does which part of the work, who
/// answers for it, what it weighs, what it waits for, and where it came from.
@Component
class PlanTile implements CommitmentTile {
    private static final int ORDER = 10;

    private final Waiting waiting;
    private final Adjusting adjusting;

    PlanTile(Waiting waiting, Adjusting adjusting) {
        this.waiting = waiting;
        this.adjusting = adjusting;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        if (!of.kind().equals(Commitment.TASK)) {
            return new Pieces(List.of(), Map.of());
        }
        return waiting.find(actor, of.region(), of.id())
                .map(placed -> new Piece("planning/tile", view(actor, placed, names)))
                .map(piece -> new Pieces(List.of(piece), Map.of()))
                .orElseGet(() -> new Pieces(List.of(), Map.of()));
    }

    private TileView view(Actor actor, Waiting.Placed placed, Names.Of names) {
        var item = placed.item();
        var plan = placed.plan();
        var entry =
                adjusting.register(actor, plan.id()).stream()
                        .filter(e -> e.id().equals(item.id()))
                        .findFirst();
        return new TileView(
                "/plans/" + plan.id(),
                plan.title(),
                item.id(),
                item.responsible(),
                item.weight(),
                item.shares().stream()
                        .map(s -> new TileView.Share(names.body(s.unit()), s.work()))
                        .toList(),
                placed.waits().stream().map(w -> wait(plan.region(), w, w.on(), names)).toList(),
                placed.awaited().stream()
                        .map(w -> wait(plan.region(), w, w.item(), names))
                        .toList(),
                entry.map(Register.Entry::from).orElse(List.of()),
                plan.region(),
                entry.map(e -> e.promised().deadline().toString()).orElse(""),
                entry.map(Register.Entry::moved).orElse(0));
    }

    private static TileView.WaitView wait(
            String region, Wait wait, PlanItem other, Names.Of names) {
        return new TileView.WaitView(
                "/ledger/" + region + "/" + other.id(),
                other.id(),
                names.language().pick(other.textZh(), other.textEn()),
                wait.on().deadline().toString(),
                wait.item().start().toString(),
                wait.percent(),
                wait.late(),
                wait.clashes());
    }
}
