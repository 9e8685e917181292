package org.tongquan.ledger.progress.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.progress.Rating;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Option;

/// Adds to a commitment's page the office's ratings; beside the course of the lights they stand on
// a
/// page of their own.
@Component
class RatingTile implements CommitmentTile {
    private static final int ORDER = 30;

    /// Changes of a light that are shown.
    private static final int MOST_LIGHTS = 12;

    private final Assessing assessing;
    private final Ledger ledger;

    RatingTile(Assessing assessing, Ledger ledger) {
        this.assessing = assessing;
        this.ledger = ledger;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        if (!actor.region().equals(of.region())) {
            return new Pieces(List.of(), Map.of());
        }
        var piece = new Piece("progress/rating", view(actor, card, names, false));
        return new Pieces(List.of(piece), Map.of());
    }

    /// @param lights whether the course of the lights is shown as well
    RatingView view(Actor actor, Card card, Names.Of names, boolean lights) {
        var of = card.commitment();
        var all = assessing.list(actor, of.region(), of.id());
        var parties = new ArrayList<RatingView.PartyView>();
        var mayRate = new ArrayList<Option>();
        var seen = new ArrayList<Integer>();
        for (var obligation : card.obligations()) {
            var party = obligation.party();
            var own = all.stream().filter(r -> r.party().equals(party)).toList();
            parties.add(party(card, party, own, names, lights));
            if (assessing.mayRate(actor, card, party)) {
                mayRate.add(new Option(party, names.party(party)));
                seen.add(own.size());
            }
        }
        var page = "/ledger/" + of.region() + "/" + of.id();
        return new RatingView(
                names.language().pick(of.textZh(), of.textEn()),
                parties,
                page + "/ratings",
                mayRate,
                seen,
                "",
                "",
                page);
    }

    private RatingView.PartyView party(
            Card card, String party, List<Rating> own, Names.Of names, boolean withLights) {
        var rated = new ArrayList<RatingView.Rated>();
        Rating before = null;
        for (var rating : own) {
            rated.addFirst(
                    new RatingView.Rated(
                            rating.level().word(),
                            rating.since(before).word(),
                            rating.reason(),
                            names.body(rating.body()),
                            Moments.of(rating.at())));
            before = rating;
        }
        var lights = withLights ? ledger.course(card, party).reversed() : List.<Ledger.Dated>of();
        int shown = Math.min(MOST_LIGHTS, lights.size());
        return new RatingView.PartyView(
                names.party(party), rated, lights.subList(0, shown), lights.size() - shown);
    }
}
