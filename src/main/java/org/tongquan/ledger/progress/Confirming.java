package org.tongquan.ledger.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.progress.Answer.Reason;

/// The door of confirmations: cooperating units agree with what the lead reported, or do not.
@Service
public class Confirming implements ProgressReport.Follower {
    private final Acting acting;
    private final Confirmations confirmations;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Confirming(
            Acting acting,
            Confirmations confirmations,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.confirmations = confirmations;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// One unit's place beside a report.
    ///
    /// @param said its last word, `null` while it said nothing
    public record Place(String unit, @Nullable Confirmation said) {}

    /// Who was asked about a report and what each said, in the order of the card; who said
    /// something and no longer cooperates comes last.
    public List<Place> places(Card card, ProgressReport report, List<Confirmation> said) {
        var places = new ArrayList<Place>();
        var open = new ArrayList<Confirmation>();
        said.stream()
                .filter(c -> c.report().equals(report.id()))
                .forEach(
                        c -> {
                            open.removeIf(o -> o.body().equals(c.body()));
                            open.add(c);
                        });
        for (var unit : asked(card, report)) {
            var last = open.stream().filter(c -> c.body().equals(unit)).findFirst();
            last.ifPresent(open::remove);
            places.add(new Place(unit, last.orElse(null)));
        }
        open.forEach(c -> places.add(new Place(c.body(), c)));
        return places;
    }

    private List<String> asked(Card card, ProgressReport report) {
        return receivers(card.commitment().region())
                .map(r -> r.cooperating(card, report))
                .orElse(List.of());
    }

    private Optional<Receivers> receivers(String region) {
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        return compacts.inForce(region, today).map(c -> new Receivers(c, today));
    }

    /// Everything that was said of the reports on a commitment, as far as this body sees them.
    public List<Confirmation> list(Actor actor, String region, String commitment) {
        return acting.read(actor, () -> confirmations.of(region, commitment));
    }

    /// What stands contradicted: of each duty whose newest report that counts a cooperating unit
    // does
    /// not agree with, the first such word. As far as this body sees them.
    public List<Confirmation> contradicted(Actor actor, String region) {
        return acting.read(actor, () -> confirmations.contradicted(region));
    }

    /// Whether this body is asked about the reports of a party.
    public boolean mayConfirm(Actor actor, Card card, String party) {
        return card.hasPart(party, actor.body(), Assignment.Role.COOPERATING);
    }

    /// Agrees with a report, or contradicts it with a reason. Lead and office are told of a
    /// contradiction.
    ///
    /// @param seen how often this unit had spoken on it when the form was made
    public Answer confirm(
            Actor actor, Card card, UUID report, boolean agrees, String why, int seen) {
        var reason = why.strip();
        if (reason.length() > Confirmation.MOST_REASON || (!agrees && reason.isEmpty())) {
            return new Answer.Refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    var of = card.commitment();
                    var about =
                            confirmations
                                    .report(report)
                                    .filter(r -> r.region().equals(of.region()))
                                    .filter(r -> r.commitment().equals(of.id()));
                    if (about.isEmpty()) {
                        return new Answer.Refused(Reason.NOT_FOUND);
                    }
                    if (!mayConfirm(actor, card, about.get().party())
                            || about.get().body().equals(actor.body())
                            || !actor.region().equals(of.region())) {
                        return new Answer.Refused(Reason.NOT_YOURS);
                    }
                    if (about.get().returned()) {
                        return new Answer.Refused(Reason.RETURNED);
                    }
                    return keep(actor, card, report, about.get(), agrees, reason, seen);
                });
    }

    private Answer keep(
            Actor actor,
            Card card,
            UUID report,
            Confirmations.Report about,
            boolean agrees,
            String reason,
            int seen) {
        var before = confirmations.last(report, actor.body());
        int revision = before.map(Confirmation::revision).orElse(0);
        if (revision != seen) {
            return new Answer.Refused(Reason.CHANGED);
        }
        if (before.filter(b -> b.agrees() == agrees && b.reason().equals(reason)).isPresent()) {
            return new Answer.Refused(Reason.SAME);
        }
        var said =
                new Confirmation(
                        ids.next(),
                        report,
                        about.region(),
                        about.commitment(),
                        about.party(),
                        revision + 1,
                        agrees,
                        reason,
                        actor.body(),
                        now());
        if (!confirmations.add(said, actor.person())) {
            return new Answer.Refused(Reason.CHANGED);
        }
        journal.record(
                actor,
                agrees ? "report-confirmed" : "report-contradicted",
                said.id(),
                Digest.ofText(said.toString()).bytes());
        if (!agrees) {
            tellContradiction(actor, card, about, said);
        }
        return new Answer.Kept(said.id());
    }

    private void tellContradiction(
            Actor actor, Card card, Confirmations.Report about, Confirmation said) {
        var bodies = new ArrayList<String>();
        if (!about.body().startsWith("job:")) {
            bodies.add(about.body());
        }
        receivers(about.region()).flatMap(Receivers::office).ifPresent(bodies::add);
        for (var body : bodies.stream().distinct().toList()) {
            tell(
                    actor,
                    card,
                    about.party(),
                    body,
                    "contradicted " + said.id(),
                    "progress.told.contradicted",
                    List.of(Notification.bodyName(actor.body()), said.reason()));
        }
    }

    @Override
    public void filed(Actor actor, Card card, ProgressReport report) {
        for (var unit : asked(card, report)) {
            if (!unit.equals(actor.body())) {
                tell(
                        actor,
                        card,
                        report.party(),
                        unit,
                        "confirm " + report.id(),
                        "progress.told.confirm",
                        List.of(
                                Notification.bodyName(actor.body()),
                                Integer.toString(report.percent())));
            }
        }
    }

    private void tell(
            Actor actor,
            Card card,
            String party,
            String body,
            String key,
            String message,
            List<String> more) {
        var of = card.commitment();
        var values = new ArrayList<String>();
        values.add(Notification.partyName(party));
        values.add(Notification.text(of.textZh(), of.textEn()));
        values.addAll(more);
        inbox.tell(
                actor,
                new Notification(
                        of.region(),
                        body,
                        key,
                        message,
                        values,
                        "/ledger/" + of.region() + "/" + of.id() + "#reports",
                        null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
