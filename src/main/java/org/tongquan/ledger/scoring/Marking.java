package org.tongquan.ledger.scoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Evaluating.Reason;

/// The door of commendations, criticisms and findings, which whoever supervises records.
@Service
public class Marking {
    /// What can be recorded.
    public static final List<Occasion> OCCASIONS =
            List.of(Occasion.COMMENDED, Occasion.CRITICISED, Occasion.FALSIFIED);

    private static final int MOST_LISTED = 500;

    private final Acting acting;
    private final Marks marks;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Marking(
            Acting acting,
            Marks marks,
            Ledger ledger,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.marks = marks;
        this.ledger = ledger;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is to be recorded.
    ///
    /// @param unit `<holder>/<unit>`, or a party's id for the party as a whole
    /// @param commitment id, empty when it concerns none
    public record NewMark(
            Occasion occasion,
            String unit,
            String commitment,
            LocalDate on,
            String reason,
            String evidence) {}

    /// Records a mark.
    public Evaluating record(Actor actor, String region, NewMark mark) {
        if (!actor.may(Power.SUPERVISE) || !region.equals(actor.region())) {
            return new Evaluating.Refused(Reason.NOT_YOURS);
        }
        var refusal = refuse(mark);
        if (refusal.isPresent()) {
            return new Evaluating.Refused(refusal.get());
        }
        return acting.as(
                actor,
                () -> {
                    var party = party(region, mark.unit());
                    if (party.isEmpty() || !isObligation(actor, region, mark)) {
                        return new Evaluating.Refused(Reason.SUBJECT);
                    }
                    var kept =
                            new Mark(
                                    ids.next(),
                                    region,
                                    party.get(),
                                    mark.unit(),
                                    mark.commitment(),
                                    mark.occasion(),
                                    mark.on(),
                                    mark.reason(),
                                    mark.evidence(),
                                    actor.body(),
                                    now(),
                                    null);
                    marks.add(kept, actor.person());
                    journal.record(
                            actor,
                            "unit-" + mark.occasion().name().toLowerCase(java.util.Locale.ROOT),
                            kept.id(),
                            Digest.ofText(kept.toString()).bytes());
                    return new Evaluating.Done(kept.id());
                });
    }

    private Optional<Reason> refuse(NewMark mark) {
        if (!Set.copyOf(OCCASIONS).contains(mark.occasion())) {
            return Optional.of(Reason.SUBJECT);
        }
        if (isNoText(mark.reason()) || isNoText(mark.evidence())) {
            return Optional.of(Reason.TEXT);
        }
        return mark.on().isAfter(ledger.today()) ? Optional.of(Reason.DAY) : Optional.empty();
    }

    /// The party of a unit, "" for a unit above the parties; empty when nobody knows it.
    private Optional<String> party(String region, String unit) {
        var version = compacts.inForce(region, ledger.today()).orElseThrow();
        var members = version.compact().members(ledger.today()).stream().map(Party::id).toList();
        if (members.contains(unit)) {
            return Optional.of(unit);
        }
        return version.findResponsibleUnit(unit, ledger.today())
                .map(u -> members.contains(u.holder()) ? u.holder() : "");
    }

    private boolean isObligation(Actor actor, String region, NewMark mark) {
        return mark.commitment().isEmpty()
                || ledger.find(actor, region, mark.commitment()).isPresent();
    }

    /// Withdraws a mark, with a reason; evaluations drawn up before keep it.
    public Evaluating withdraw(Actor actor, UUID id, String reason) {
        if (isNoText(reason)) {
            return new Evaluating.Refused(Reason.TEXT);
        }
        if (!actor.may(Power.SUPERVISE)) {
            return new Evaluating.Refused(Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    var mark = marks.find(id);
                    if (mark.isEmpty()) {
                        return new Evaluating.Refused(Reason.NOT_FOUND);
                    }
                    if (!marks.withdraw(mark.get(), actor, reason, now())) {
                        return new Evaluating.Refused(Reason.CHANGED);
                    }
                    journal.record(
                            actor,
                            "score-mark-withdrawn",
                            id,
                            Digest.ofText(id + "\n" + reason).bytes());
                    return new Evaluating.Done(id);
                });
    }

    /// Marks that this body sees, newest first.
    public List<Mark> list(Actor actor, String region) {
        return acting.read(actor, () -> marks.list(region, MOST_LISTED));
    }

    private static boolean isNoText(String text) {
        return text.isBlank() || text.length() > Mark.MOST_TEXT;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
