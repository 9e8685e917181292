package org.tongquan.ledger.chasing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Writes the events of inspections in the caller's transaction; tells whom they concern.
@Component
class InspectionRecords {
    private final Inspections inspections;
    private final Issuance issuance;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    InspectionRecords(
            Inspections inspections,
            Issuance issuance,
            Ledger ledger,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.inspections = inspections;
        this.issuance = issuance;
        this.ledger = ledger;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Tells the bodies of every party inspected.
    void announce(Actor actor, Inspection inspection, Addressees all) {
        for (var party : inspection.parties()) {
            all.reporting(party)
                    .forEach(b -> tell(actor, inspection, b, "opened", "opened", party, null));
        }
    }

    void record(
            Actor actor,
            Inspection inspection,
            Finding finding,
            int seq,
            Finding.Step step,
            String text) {
        var today = ledger.today();
        boolean theirs = step == Finding.Step.FOUND || step == Finding.Step.AGAIN;
        var due =
                theirs
                        ? Terms.workdays(
                                issuance.calendar(inspection.region(), today),
                                today,
                                inspection.rectifyWithin())
                        : null;
        var event =
                new Finding.Event(
                        ids.next(),
                        finding.id(),
                        seq,
                        step,
                        text,
                        due == null ? null : due.date(),
                        due != null && due.provisional(),
                        actor.body(),
                        today,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        inspections.add(inspection.region(), event, actor.person());
        journal(actor, "finding-" + step.word(), event.id(), event);
        var told = step == Finding.Step.RECTIFIED ? List.of(inspection.body()) : finding.units();
        var about = finding.id() + " " + seq;
        told.forEach(
                b -> tell(actor, inspection, b, about, step.word(), finding.party(), event.due()));
    }

    private void tell(
            Actor actor,
            Inspection inspection,
            String body,
            String about,
            String word,
            String party,
            @Nullable LocalDate due) {
        inbox.tell(
                actor,
                new Notification(
                        inspection.region(),
                        body,
                        "inspection " + inspection.id() + " " + about,
                        "chasing.told.inspection." + word,
                        List.of(inspection.title(), Notification.partyName(party)),
                        "/notices/inspections/" + inspection.id(),
                        due));
    }

    void journal(Actor actor, String kind, UUID subject, Object what) {
        journal.record(actor, kind, subject, Digest.ofText(what.toString()).bytes());
    }
}
