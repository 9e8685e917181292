package org.tongquan.ledger.attaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.attaching.AttachAnswer.Fault;

/// The door: attach a file to an item, list them, hand one out, withdraw one.
@Service
public class Attaching {
    private final Acting acting;
    private final Attachments attachments;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Attaching(
            Acting acting,
            Attachments attachments,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.attachments = attachments;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// The files of an item that this body may see, the first first; empty when its region has no
    /// such item.
    public Optional<List<Attached>> list(Actor actor, String item) {
        return acting.read(
                actor,
                () ->
                        attachments.exists(actor.region(), item)
                                ? Optional.of(attachments.list(actor.region(), item))
                                : Optional.empty());
    }

    /// Whether this body may attach files: one that drafts for all, or one that reports.
    public boolean mayAttach(Actor actor) {
        return party(actor).isPresent();
    }

    /// Whether this body may withdraw a file: who attached it, and who supervises.
    public boolean mayWithdraw(Actor actor, Attached file) {
        return file.withdrawn() == null
                && (file.body().equals(actor.body())
                        || actor.may(Power.SUPERVISE) && partyOf(actor).isEmpty());
    }

    /// Attaches a file.
    ///
    /// @param note what it is, in the words of who attaches it; may be empty
    public AttachAnswer add(Actor actor, String item, Attachment file, String note) {
        var party = party(actor);
        if (party.isEmpty()) {
            return new AttachAnswer.Refused(Fault.NOT_YOURS);
        }
        if (file.content().length == 0 || file.content().length > Attachment.MOST_BYTES) {
            return new AttachAnswer.Refused(file.content().length == 0 ? Fault.EMPTY : Fault.SIZE);
        }
        if (note.length() > Attached.MOST_NOTE) {
            return new AttachAnswer.Refused(Fault.WORDS);
        }
        return acting.as(actor, () -> added(actor, item, party.get(), file, note.strip()));
    }

    private AttachAnswer added(
            Actor actor, String item, String party, Attachment file, String note) {
        if (!attachments.exists(actor.region(), item)) {
            return new AttachAnswer.Refused(Fault.NOT_FOUND);
        }
        attachments.lock(actor.region(), item);
        var there = attachments.list(actor.region(), item);
        if (there.size() >= Attached.MOST) {
            return new AttachAnswer.Refused(Fault.MANY);
        }
        var sha256 = Digest.of(file.content()).hex();
        if (there.stream()
                .anyMatch(a -> a.sha256().equals(sha256) && a.body().equals(actor.body()))) {
            return new AttachAnswer.Refused(Fault.SAME);
        }
        var attached =
                new Attached(
                        ids.next(),
                        actor.region(),
                        item,
                        party,
                        actor.body(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        file.name(),
                        file.mediaType(),
                        file.content().length,
                        sha256,
                        note,
                        null);
        attachments.add(attached, actor.person(), file.content());
        journal.record(
                actor, "file-attached", attached.id(), Digest.ofText(attached.toString()).bytes());
        return new AttachAnswer.Done(attached.id());
    }

    /// A file with its content, checked against the SHA-256 of the day it was attached.
    public AttachAnswer content(Actor actor, UUID id) {
        return acting.read(
                actor,
                () -> {
                    var file = attachments.find(id);
                    if (file.isEmpty()) {
                        return new AttachAnswer.Refused(Fault.NOT_FOUND);
                    }
                    var content = attachments.content(id);
                    return Digest.of(content).hex().equals(file.get().sha256())
                            ? new AttachAnswer.Content(
                                    new Attachment(
                                            file.get().name(), file.get().mediaType(), content))
                            : new AttachAnswer.Refused(Fault.DAMAGED);
                });
    }

    /// Withdraws a file that was attached by mistake; it stays on record and can still be read.
    ///
    /// @param reason must not be missing
    public AttachAnswer withdraw(Actor actor, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > Attached.MOST_NOTE) {
            return new AttachAnswer.Refused(Fault.WORDS);
        }
        return acting.as(
                actor,
                () -> {
                    var found = attachments.find(id);
                    if (found.isEmpty()) {
                        return new AttachAnswer.Refused(Fault.NOT_FOUND);
                    }
                    attachments.lock(found.get().region(), found.get().item());
                    var file = attachments.find(id).orElseThrow();
                    if (!mayWithdraw(actor, file)) {
                        return new AttachAnswer.Refused(
                                file.withdrawn() == null ? Fault.NOT_YOURS : Fault.WITHDRAWN);
                    }
                    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    attachments.withdraw(file, actor, at, reason.strip());
                    journal.record(
                            actor, "file-withdrawn", id, Digest.ofText(at + "\n" + reason).bytes());
                    return new AttachAnswer.Done(id);
                });
    }

    /// Whose the file will be: empty text for all; nothing when this body attaches none.
    private Optional<String> party(Actor actor) {
        var own = partyOf(actor);
        boolean may =
                own.isEmpty()
                        ? actor.may(Power.DRAFT)
                        : actor.may(Power.REPORT_PROGRESS) && isMember(actor.region(), own.get());
        return may ? Optional.of(own.orElse("")) : Optional.empty();
    }

    private boolean isMember(String region, String party) {
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        return compacts.inForce(region, today).stream()
                .flatMap(v -> v.compact().members(today).stream())
                .anyMatch(p -> p.id().equals(party));
    }

    /// The party of a department such as `990100/hangdao`, or of a declared body.
    private Optional<String> partyOf(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash > 0
                ? Optional.of(actor.body().substring(0, slash))
                : compacts.findBody(actor.body()).flatMap(b -> b.party());
    }
}
