package org.tongquan.ledger.progress.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.progress.Alarm;
import org.tongquan.ledger.progress.Confirmation;
import org.tongquan.ledger.progress.Confirming;
import org.tongquan.ledger.progress.Progress;
import org.tongquan.ledger.web.CommitmentTile;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;

/// Adds to a commitment's page how its reports come, and who confirmed them.
@Component
class ProgressTile implements CommitmentTile {
    private static final int ORDER = 20;

    private final Progress progress;
    private final Confirming confirming;

    ProgressTile(Progress progress, Confirming confirming) {
        this.progress = progress;
        this.confirming = confirming;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Pieces of(Actor actor, Card card, Names.Of names) {
        var of = card.commitment();
        var sections = new ArrayList<Piece>();
        boolean asks = of.cycle() != null || of.kind().equals(Commitment.TASK);
        var rhythms =
                !asks && card.reports().isEmpty()
                        ? List.<RhythmView>of()
                        : progress.of(actor, of.region(), of.id()).stream()
                                .filter(o -> o.hasRhythm() || o.rounds().isIdle())
                                .map(o -> RhythmView.of(o, names))
                                .toList();
        if (!rhythms.isEmpty()) {
            var alarms =
                    progress.alarms(actor, of.region(), of.id()).stream()
                            .map(a -> alarm(a, names))
                            .toList();
            sections.add(new Piece("progress/rhythm", new ItemView(rhythms, alarms)));
        }
        var reports = new HashMap<UUID, Piece>();
        var said =
                card.reports().isEmpty()
                        ? List.<Confirmation>of()
                        : confirming.list(actor, of.region(), of.id());
        for (var report : card.reports()) {
            var view = confirm(actor, card, report, said, names, "", "");
            if (!view.places().isEmpty()) {
                reports.put(report.id(), new Piece("progress/confirm", view));
            }
        }
        return new Pieces(sections, reports);
    }

    private ItemView.AlarmView alarm(Alarm alarm, Names.Of names) {
        return new ItemView.AlarmView(
                alarm.day().toString(),
                names.party(alarm.party()),
                alarm.kind().word(),
                alarm.since().toString(),
                alarm.count(),
                String.join("、", alarm.bodies().stream().map(names::body).toList()),
                alarm.rule(),
                progress.isSame(alarm),
                alarm.facts());
    }

    /// @param typed reason typed before, when it was refused
    /// @param refused word of the refusal, empty when there is none
    ConfirmView confirm(
            Actor actor,
            Card card,
            ProgressReport report,
            List<Confirmation> said,
            Names.Of names,
            String typed,
            String refused) {
        var of = card.commitment();
        var page = "/ledger/" + of.region() + "/" + of.id();
        boolean mayConfirm =
                report.returned() == null
                        && !report.body().equals(actor.body())
                        && confirming.mayConfirm(actor, card, report.party());
        int seen =
                said.stream()
                        .filter(c -> c.report().equals(report.id()))
                        .filter(c -> c.body().equals(actor.body()))
                        .mapToInt(Confirmation::revision)
                        .max()
                        .orElse(0);
        return new ConfirmView(
                report.id().toString(),
                confirming.places(card, report, said).stream().map(p -> place(p, names)).toList(),
                mayConfirm ? page + "/reports/" + report.id() + "/confirmation" : "",
                !refused.isEmpty() || (seen == 0 && isLatest(card, report)),
                seen,
                typed,
                refused,
                page);
    }

    /// Whether it is the last report that counts for its party.
    private static boolean isLatest(Card card, ProgressReport report) {
        return card.reports().stream()
                .filter(r -> r.party().equals(report.party()) && r.returned() == null)
                .findFirst()
                .filter(report::equals)
                .isPresent();
    }

    private static ConfirmView.PlaceView place(Confirming.Place place, Names.Of names) {
        var said = place.said();
        return said == null
                ? new ConfirmView.PlaceView(names.body(place.unit()), "open", "", "")
                : new ConfirmView.PlaceView(
                        names.body(place.unit()),
                        said.agrees() ? "agrees" : "contradicts",
                        Moments.of(said.at()),
                        said.reason());
    }
}
