package org.tongquan.ledger.responsible;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.responsible.Named.Reason;

/// The door of responsible persons: the body that names units names the person of a unit, too.
@Service
public class Naming {
    private final Acting acting;
    private final Ledger ledger;
    private final Responsibles responsibles;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Naming(
            Acting acting,
            Ledger ledger,
            Responsibles responsibles,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.ledger = ledger;
        this.responsibles = responsibles;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who answers for the units that have a part in a commitment now, as far as the body sees it.
    public List<Responsible> of(Actor actor, Card card) {
        var of = card.commitment();
        return acting.read(actor, () -> responsibles.of(of.region(), of.id())).stream()
                .filter(r -> hasPart(card, r.party(), r.unit()))
                .toList();
    }

    /// Names the person of a unit for what one party owes; the unit is told.
    public Named name(Actor actor, String commitment, String party, String unit, String who) {
        var name = who.strip();
        if (!actor.may(Power.ASSIGN)) {
            return new Named.Refused(Reason.NOT_YOURS);
        }
        if (name.isEmpty() || name.length() > Responsible.MOST_WHO) {
            return new Named.Refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    var card = ledger.find(actor, actor.region(), commitment);
                    if (card.isEmpty() || !card.get().commitment().parties().contains(party)) {
                        return new Named.Refused(Reason.NOT_FOUND);
                    }
                    if (!hasPart(card.get(), party, unit)) {
                        return new Named.Refused(Reason.NO_PART);
                    }
                    return keep(actor, card.get(), party, unit, name);
                });
    }

    private static boolean hasPart(Card card, String party, String unit) {
        return card.assignments().stream()
                .anyMatch(a -> a.party().equals(party) && a.unit().equals(unit));
    }

    private Named keep(Actor actor, Card card, String party, String unit, String who) {
        var of = card.commitment();
        boolean already =
                responsibles.of(of.region(), of.id()).stream()
                        .filter(r -> r.party().equals(party) && r.unit().equals(unit))
                        .anyMatch(r -> r.who().equals(who));
        if (already) {
            return new Named.Refused(Reason.ALREADY);
        }
        var named =
                new Responsible(
                        ids.next(),
                        of.region(),
                        of.id(),
                        party,
                        unit,
                        who,
                        actor.body(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        responsibles.add(named, actor);
        journal.record(
                actor, "responsible-named", named.id(), Digest.ofText(named.toString()).bytes());
        inbox.tell(
                actor,
                new Notification(
                        of.region(),
                        unit,
                        "responsible " + named.id(),
                        "responsible.told",
                        List.of(
                                Notification.partyName(party),
                                Notification.text(of.textZh(), of.textEn()),
                                who),
                        "/ledger/" + of.region() + "/" + of.id() + "#" + party,
                        null));
        return new Named.Done(named.id());
    }
}
