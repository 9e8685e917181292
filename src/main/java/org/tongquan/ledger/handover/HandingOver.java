package org.tongquan.ledger.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.handover.Handed.Reason;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// The door: which units hold duties, which of them are no longer, and who takes over.
@Service
public class HandingOver {
    static final String PATH = "/handover";

    private final Acting acting;
    private final Successions successions;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    HandingOver(
            Acting acting,
            Successions successions,
            Compacts compacts,
            Ledger ledger,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.successions = successions;
        this.compacts = compacts;
        this.ledger = ledger;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// A unit with duties.
    ///
    /// @param led obligations it leads; `cooperated` those it cooperates in
    /// @param cases open notices, suggestions, chiefs' objects and problems, and items of plans
    /// @param gone whether the compact in force knows it no longer: somebody must take over
    public record Holder(String unit, int led, int cooperated, int cases, boolean gone) {}

    /// All units with duties, those that are gone first.
    public List<Holder> holders(Actor actor) {
        var version = compacts.inForce(actor.region(), ledger.today());
        return acting
                .read(actor, () -> successions.holdings(actor.region(), ledger.today()))
                .values()
                .stream()
                .map(
                        h ->
                                new Holder(
                                        h.unit(),
                                        h.led(),
                                        h.cooperated(),
                                        h.cases(),
                                        version.isPresent() && isGone(version.get(), h.unit())))
                .sorted(Comparator.comparing((Holder h) -> !h.gone()).thenComparing(Holder::unit))
                .toList();
    }

    private boolean isGone(Resolved version, String unit) {
        return version.findResponsibleUnit(unit, ledger.today()).isEmpty();
    }

    /// Every hand-over of the actor's region, the latest first.
    public List<Succession> list(Actor actor) {
        return acting.read(actor, () -> successions.list(actor.region()));
    }

    /// Hands all duties of a unit over to another of the same party, from today on: its parts in
    /// commitments and items of plans, its notices, problems that chiefs found, suggestions it is
    // to answer. Both are
    // told;
    /// the past stays with the unit that had them then.
    public Handed handOver(Actor actor, String from, String to, String reason) {
        if (!actor.may(Power.ASSIGN) || actor.region().isEmpty()) {
            return new Handed.Refused(Reason.NOT_YOURS);
        }
        var words = reason.strip();
        if (words.isEmpty() || words.length() > Succession.MOST_REASON) {
            return new Handed.Refused(Reason.TEXT);
        }
        var answer =
                acting.as(
                        actor,
                        () -> {
                            successions.lock(actor.region());
                            return refuse(actor, from, to)
                                    .<Handed>map(Handed.Refused::new)
                                    .orElseGet(() -> keep(actor, from, to, words));
                        });
        if (answer instanceof Handed.Done) {
            acting.afterwards(() -> ledger.refresh(actor.region()));
        }
        return answer;
    }

    private Optional<Reason> refuse(Actor actor, String from, String to) {
        var today = ledger.today();
        var unit =
                compacts.inForce(actor.region(), today)
                        .flatMap(v -> v.findResponsibleUnit(to, today))
                        .filter(u -> !u.generic());
        if (unit.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_UNIT);
        }
        if (!holder(from).equals(holder(to))) {
            return Optional.of(Reason.OTHER_PARTY);
        }
        if (from.equals(to) || successions.now(actor.region(), to).equals(from)) {
            return Optional.of(Reason.CIRCLE);
        }
        boolean gave = !successions.now(actor.region(), from).equals(from);
        boolean holds =
                successions.holdings(actor.region(), today).containsKey(from)
                        || successions.hasCases(actor.region(), from);
        return gave || !holds ? Optional.of(Reason.NOTHING) : Optional.empty();
    }

    private static String holder(String unit) {
        int slash = unit.indexOf('/');
        return slash < 0 ? unit : unit.substring(0, slash);
    }

    private Handed keep(Actor actor, String from, String to, String reason) {
        var one =
                new Succession(
                        ids.next(),
                        actor.region(),
                        from,
                        to,
                        ledger.today(),
                        reason,
                        actor.body(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        successions.add(one, actor);
        successions.move(one, actor);
        journal.record(
                actor, "duties-handed-over", one.id(), Digest.ofText(one.toString()).bytes());
        for (var body : List.of(from, to)) {
            inbox.tell(
                    actor,
                    new Notification(
                            actor.region(),
                            body,
                            "handover " + one.id(),
                            "handover.told",
                            List.of(Notification.bodyName(from), Notification.bodyName(to), reason),
                            "/work",
                            null));
        }
        return new Handed.Done(one.id());
    }

    /// Tells the bodies that assign units, once for each unit that is gone.
    void tellOfGone(Actor job, String region, LocalDate day) {
        var version = compacts.inForce(region, day);
        if (version.isEmpty()) {
            return;
        }
        var gone =
                acting.read(job, () -> successions.holdings(region, day)).keySet().stream()
                        .filter(u -> version.get().findResponsibleUnit(u, day).isEmpty())
                        .sorted()
                        .toList();
        for (var body : compacts.bodies(region)) {
            if (body.powers().contains(Power.ASSIGN)) {
                gone.forEach(unit -> inbox.tell(job, gone(region, body.id(), unit)));
            }
        }
    }

    private static Notification gone(String region, String body, String unit) {
        return new Notification(
                region,
                body,
                "unit-gone " + unit,
                "handover.gone.told",
                List.of(Notification.bodyName(unit)),
                PATH,
                null);
    }
}
