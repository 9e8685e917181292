package org.tongquan.ledger.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.progress.Answer.Reason;

/// The door of rhythms: a supervising body of the whole region says for one item of a plan whether
/// its reports are owed by month, by quarter or by node, in place of what the rule says.
@Service
public class Pacing {
    private final Acting acting;
    private final Paces paces;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Pacing(
            Acting acting,
            Paces paces,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.paces = paces;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body sets the rhythm of an item.
    public boolean maySet(Actor actor, Card card) {
        return actor.may(Power.SUPERVISE)
                && actor.region().equals(card.commitment().region())
                && card.commitment().kind().equals(Commitment.TASK)
                && compacts.findBody(actor.body())
                        .filter(b -> b.party().isEmpty())
                        .map(AdoptedBody::id)
                        .isPresent();
    }

    /// What was set for an item, the oldest first.
    public List<Pace> of(Actor actor, String region, String item) {
        return acting.read(actor, () -> paces.of(region, item)).getOrDefault(item, List.of());
    }

    /// Sets the rhythm of an item; who owes its reports is told.
    ///
    /// @param seen how often it had been set when the form was made
    public Answer set(Actor actor, Card card, Pace.Rhythm rhythm, int seen) {
        if (!maySet(actor, card)) {
            return new Answer.Refused(Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    var of = card.commitment();
                    var before = paces.of(of.region(), of.id()).getOrDefault(of.id(), List.of());
                    if (before.size() != seen) {
                        return new Answer.Refused(Reason.CHANGED);
                    }
                    if (Pace.now(before) == rhythm) {
                        return new Answer.Refused(Reason.SAME);
                    }
                    return keep(actor, card, rhythm, seen + 1);
                });
    }

    private Answer keep(Actor actor, Card card, Pace.Rhythm rhythm, int revision) {
        var of = card.commitment();
        var pace =
                new Pace(ids.next(), of.region(), of.id(), revision, rhythm, actor.body(), now());
        if (!paces.add(pace, actor.person())) {
            return new Answer.Refused(Reason.CHANGED);
        }
        journal.record(
                actor, "report-rhythm-set", pace.id(), Digest.ofText(pace.toString()).bytes());
        for (var body : owing(card)) {
            inbox.tell(
                    actor,
                    new Notification(
                            of.region(),
                            body,
                            "report-rhythm " + pace.id(),
                            "progress.told.rhythm",
                            List.of(
                                    Notification.text(of.textZh(), of.textEn()),
                                    Notification.word("progress.pace." + rhythm.word())),
                            "/ledger/" + of.region() + "/" + of.id() + "#rhythm",
                            null));
        }
        return new Answer.Kept(pace.id());
    }

    private LinkedHashSet<String> owing(Card card) {
        var told = new LinkedHashSet<String>();
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        Rules.of(compacts, card.commitment().region(), today)
                .ifPresent(
                        rules ->
                                card.commitment()
                                        .parties()
                                        .forEach(
                                                p ->
                                                        told.addAll(
                                                                rules.receivers()
                                                                        .owing(p, card.leads(p)))));
        return told;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
