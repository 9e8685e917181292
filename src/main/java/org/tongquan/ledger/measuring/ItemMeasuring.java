package org.tongquan.ledger.measuring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Filed.Reason;

/// The door that says which indicator an item's progress is computed from: the compact names one
/// for a commitment; for an item of a plan, or instead of the compact's, the office does.
@Service
public class ItemMeasuring {
    private final Acting acting;
    private final ItemMeasures named;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ItemMeasuring(
            Acting acting,
            ItemMeasures named,
            Ledger ledger,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.named = named;
        this.ledger = ledger;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body says what an item is measured by.
    public boolean mayName(Actor actor, Card card) {
        return actor.may(Power.ASSIGN) && actor.region().equals(card.commitment().region());
    }

    /// Who named an indicator for an item last; empty when nobody did.
    public Optional<ItemMeasure> last(Actor actor, Card card) {
        var of = card.commitment();
        return acting.read(actor, () -> named.last(of.region(), of.id()));
    }

    /// The indicators of the compact in force.
    public List<Measure> choices(String region) {
        return compacts.inForce(region, today())
                .map(v -> v.compact().indicators())
                .orElse(List.of());
    }

    /// Names the indicator of an item from now on, and judges the item anew.
    ///
    /// @param indicator empty for none
    /// @param shown how often one had been named when the form was made
    public Filed name(Actor actor, Card card, String indicator, int shown) {
        var of = card.commitment();
        if (!mayName(actor, card)) {
            return new Filed.Refused(Reason.NOT_YOURS);
        }
        boolean known =
                indicator.isEmpty()
                        || choices(of.region()).stream().anyMatch(m -> m.id().equals(indicator));
        if (!known) {
            return new Filed.Refused(Reason.NOT_FOUND);
        }
        return acting.as(
                actor,
                () -> {
                    var before = named.last(of.region(), of.id());
                    int revision = before.map(ItemMeasure::revision).orElse(0);
                    if (revision != shown) {
                        return new Filed.Refused(Reason.CHANGED);
                    }
                    if (before.map(ItemMeasure::indicator).orElse("").equals(indicator)) {
                        return new Filed.Refused(Reason.SAME);
                    }
                    return keep(actor, card, indicator, revision + 1);
                });
    }

    private Filed keep(Actor actor, Card card, String indicator, int revision) {
        var of = card.commitment();
        var one =
                new ItemMeasure(
                        ids.next(), of.region(), of.id(), indicator, revision, actor.body(), now());
        if (!named.add(one, actor.person())) {
            return new Filed.Refused(Reason.CHANGED);
        }
        journal.record(actor, "item-measured-by", one.id(), Digest.ofText(one.toString()).bytes());
        of.parties().forEach(party -> ledger.judge(of.region(), of.id(), party));
        return new Filed.Kept(one.id(), revision);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
