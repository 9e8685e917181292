package org.tongquan.ledger.chiefs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// The door: who answers for which object, from when, with which duties; how it stands.
@Service
public class Chiefs {
    /// Where terms come from that the office recorded.
    static final String OFFICE = "office";

    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Charges charges;
    private final ChargeFiles files;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Inbox inbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Chiefs(
            Acting acting,
            Charges charges,
            ChargeFiles files,
            Ledger ledger,
            Compacts compacts,
            Inbox inbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.charges = charges;
        this.files = files;
        this.ledger = ledger;
        this.compacts = compacts;
        this.inbox = inbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// The objects of the region about which this body sees everything.
    public List<ChargeFile> list(Actor actor) {
        return acting.read(actor, () -> files.list(actor.region(), ledger.today()));
    }

    /// One object; empty when there is none or this body does not see all of it.
    public Optional<ChargeFile> find(Actor actor, UUID id) {
        return acting.read(actor, () -> files.find(id, ledger.today()));
    }

    /// What the rounds of an object would be with another rhythm. Writes nothing.
    public List<Round> whatIf(Actor actor, UUID id, Period rhythm) {
        return find(actor, id)
                .map(
                        f ->
                                Rounds.whatIf(
                                        f.terms(),
                                        rhythm,
                                        f.visits().stream().map(Visit::on).toList(),
                                        f.day()))
                .orElse(List.of());
    }

    /// What a board by the shore says (公示牌).
    ///
    /// @param open problems that are not closed, of all that were found
    public record Sign(
            Charge charge,
            Charge.Terms terms,
            Optional<Charge.Holding> holding,
            int open,
            int all) {}

    /// What the public sees: objects, posts, how many problems are open. Empty where the compact
    /// does not show progress to the public.
    public Optional<List<Sign>> signs(String region) {
        return compacts.inForce(region, ledger.today())
                .filter(c -> c.compact().compact().publicProgress())
                .map(
                        c ->
                                acting.read(JOB, () -> files.list(region, ledger.today())).stream()
                                        .filter(f -> !f.isEnded())
                                        .map(
                                                f ->
                                                        new Sign(
                                                                f.charge(),
                                                                f.now(),
                                                                f.holding(),
                                                                f.open().size(),
                                                                f.found().size()))
                                        .toList());
    }

    /// Whether this body records objects and names chiefs.
    public boolean mayName(Actor actor) {
        return actor.may(Power.ASSIGN)
                && concerned(actor.region()).filter(c -> c.seesAll(actor.body())).isPresent();
    }

    /// The units that problems of an object may go to, those of its terms first.
    public List<String> units(ChargeFile file) {
        return concerned(file.charge().region())
                .map(c -> c.units(file.now().units(), file.charge().party()))
                .orElse(List.of());
    }

    private Optional<Concerned> concerned(String region) {
        var today = ledger.today();
        return compacts.inForce(region, today).map(c -> new Concerned(c, today));
    }

    /// Records an object that the compact does not declare.
    public ChiefAnswer register(Actor actor, NewCharge filed) {
        var concerned = concerned(actor.region());
        if (!mayName(actor) || concerned.isEmpty()) {
            return refused(Reason.NOT_YOURS);
        }
        if (filed.isBad() || filed.terms().isBad() || filed.terms().ended()) {
            return refused(Reason.TEXT);
        }
        if (concerned.get().compact().findParty(filed.party()).isEmpty()) {
            return refused(Reason.NOT_FOUND);
        }
        if (!filed.terms().units().stream().allMatch(concerned.get()::isUnit)) {
            return refused(Reason.UNIT);
        }
        if (!filed.commitment().isEmpty() && !isCommitment(actor, filed)) {
            return refused(Reason.COMMITMENT);
        }
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    if (isKnown(actor, filed)) {
                        return refused(Reason.KNOWN_ALREADY);
                    }
                    var charge =
                            new Charge(
                                    ids.next(),
                                    actor.region(),
                                    filed.party(),
                                    "",
                                    filed.kind(),
                                    filed.object(),
                                    filed.commitment(),
                                    filed.basis(),
                                    actor.body(),
                                    ledger.today(),
                                    now());
                    charges.add(charge, actor.person());
                    record(actor, "chief-object-recorded", charge.id(), charge);
                    addTerms(actor, charge, terms(actor, 1, filed.terms()));
                    return new Done(charge.id(), 1);
                });
    }

    /// Sent twice it is recorded once.
    private boolean isKnown(Actor actor, NewCharge filed) {
        return files.list(actor.region(), ledger.today()).stream()
                .filter(f -> !f.isEnded())
                .map(ChargeFile::charge)
                .anyMatch(
                        c ->
                                c.party().equals(filed.party())
                                        && c.kind() == filed.kind()
                                        && c.object().zh().equals(filed.object().zh()));
    }

    private boolean isCommitment(Actor actor, NewCharge filed) {
        return ledger.find(actor, actor.region(), filed.commitment())
                .filter(
                        c ->
                                c.obligations().stream()
                                        .anyMatch(o -> o.party().equals(filed.party())))
                .isPresent();
    }

    private Charge.Terms terms(Actor actor, int seq, NewCharge.NewTerms filed) {
        return new Charge.Terms(
                seq,
                filed.from(),
                filed.ended(),
                filed.post(),
                filed.duties(),
                filed.rhythm(),
                filed.units(),
                null,
                filed.reason().isEmpty() ? OFFICE : OFFICE + ": " + filed.reason(),
                actor.body(),
                now());
    }

    /// Changes what holds for an object from a day on, or ends it. What was owed before stays.
    ///
    /// @param shown [ChargeFile#version] of what the actor saw
    public ChiefAnswer revise(Actor actor, UUID id, int shown, NewCharge.NewTerms filed) {
        if (filed.isBad()) {
            return refused(Reason.TEXT);
        }
        return change(
                actor,
                id,
                shown,
                file -> {
                    var last = file.terms().getLast();
                    if (!file.charge().declared().isEmpty()) {
                        return refused(Reason.DECLARED);
                    }
                    if (filed.from().isBefore(last.from())) {
                        return refused(Reason.DAY);
                    }
                    if (!isKnown(actor, filed.units())) {
                        return refused(Reason.UNIT);
                    }
                    addTerms(actor, file.charge(), terms(actor, last.seq() + 1, filed));
                    return new Done(id, last.seq() + 1);
                });
    }

    private boolean isKnown(Actor actor, List<String> units) {
        return concerned(actor.region())
                .filter(c -> units.stream().allMatch(c::isUnit))
                .isPresent();
    }

    /// Names who holds the post from a day on. Everything open goes over to the new holder.
    ///
    /// @param shown [ChargeFile#version] of what the actor saw
    public ChiefAnswer appoint(Actor actor, UUID id, int shown, NewCharge.NewHolding filed) {
        if (filed.isBad()) {
            return refused(Reason.TEXT);
        }
        return change(
                actor,
                id,
                shown,
                file -> {
                    var holdings = file.holdings();
                    if (file.isEnded()) {
                        return refused(Reason.ENDED);
                    }
                    if (!holdings.isEmpty() && filed.from().isBefore(holdings.getLast().from())) {
                        return refused(Reason.DAY);
                    }
                    if (!isKnown(actor, List.of(filed.unit()))) {
                        return refused(Reason.UNIT);
                    }
                    int seq = holdings.isEmpty() ? 1 : holdings.getLast().seq() + 1;
                    name(actor, file, seq, filed);
                    return new Done(id, seq);
                });
    }

    private void name(Actor actor, ChargeFile file, int seq, NewCharge.NewHolding filed) {
        var charge = file.charge();
        var holding =
                new Charge.Holding(
                        seq,
                        filed.from(),
                        filed.holder(),
                        filed.deputy(),
                        filed.unit(),
                        filed.reason(),
                        actor.body(),
                        now());
        charges.add(charge, holding, actor.person());
        record(actor, "chief-named", charge.id(), holding);
        tell(actor, file, holding.unit(), "named", seq, filed.from());
        if (!file.holdings().isEmpty()) {
            var before = file.holdings().getLast().unit();
            if (!before.equals(holding.unit())) {
                tell(actor, file, before, "succeeded", seq, filed.from());
            }
        }
    }

    private void tell(
            Actor actor, ChargeFile file, String unit, String word, int seq, LocalDate from) {
        var charge = file.charge();
        inbox.tell(
                actor,
                new Notification(
                        charge.region(),
                        unit,
                        "chiefs.%s %s %d".formatted(word, charge.id(), seq),
                        "chiefs.told." + word,
                        List.of(
                                object(charge),
                                Notification.partyName(charge.party()),
                                from.toString(),
                                Integer.toString(file.open().size())),
                        "/chiefs/" + charge.id(),
                        null));
    }

    static String object(Charge charge) {
        var en = charge.object().en();
        return Notification.text(charge.object().zh(), en == null ? charge.object().zh() : en);
    }

    private ChiefAnswer change(
            Actor actor, UUID id, int shown, Function<ChargeFile, ChiefAnswer> change) {
        if (!mayName(actor)) {
            return refused(Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    var file = files.find(id, ledger.today());
                    if (file.isEmpty() || !file.get().charge().region().equals(actor.region())) {
                        return refused(Reason.NOT_FOUND);
                    }
                    return file.get().version() == shown
                            ? change.apply(file.get())
                            : new ChiefAnswer.Stale(id, file.get().version());
                });
    }

    private void addTerms(Actor actor, Charge charge, Charge.Terms terms) {
        charges.add(charge, terms, actor.person());
        record(actor, "chief-terms-recorded", charge.id(), terms);
    }

    private void record(Actor actor, String kind, UUID subject, Object what) {
        journal.record(actor, kind, subject, Digest.ofText(what.toString()).bytes());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static ChiefAnswer refused(Reason reason) {
        return new Refused(reason);
    }
}
