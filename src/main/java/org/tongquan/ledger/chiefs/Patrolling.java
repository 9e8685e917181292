package org.tongquan.ledger.chiefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;
import org.tongquan.ledger.chiefs.ChiefAnswer.Stale;
import org.tongquan.ledger.standing.Successors;

/// The door of patrols and visits: what was seen, the problems found, and what becomes of them.
@Service
public class Patrolling {
    /// Problems listed for a unit.
    public static final int MOST_LISTED = 300;

    private final Acting acting;
    private final Charges charges;
    private final ChargeFiles files;
    private final Visits visits;
    private final Matters matters;
    private final PatrolRecords records;
    private final Chasing chasing;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Successors successors;
    private final Ids ids;

    Patrolling(
            Acting acting,
            Charges charges,
            ChargeFiles files,
            Visits visits,
            Matters matters,
            PatrolRecords records,
            Chasing chasing,
            Ledger ledger,
            Compacts compacts,
            Successors successors,
            Ids ids) {
        this.acting = acting;
        this.charges = charges;
        this.files = files;
        this.visits = visits;
        this.matters = matters;
        this.records = records;
        this.chasing = chasing;
        this.ledger = ledger;
        this.compacts = compacts;
        this.successors = successors;
        this.ids = ids;
    }

    /// A problem with what it was found on, as far as this body sees it.
    public record Case(
            Charge charge, Optional<Charge.Holding> holding, Visit visit, ChargeFile.Found found) {}

    /// Whether this body is the contact unit of an object and may record visits.
    public boolean keeps(Actor actor, ChargeFile file) {
        return file.charge().region().equals(actor.region())
                && file.holding().filter(h -> isNow(actor, h.unit())).isPresent();
    }

    /// Whether the acting body holds what is, or once was, a unit's.
    private boolean isNow(Actor actor, String unit) {
        return acting.<Boolean>read(
                actor, () -> successors.now(actor.region(), unit).equals(actor.body()));
    }

    /// The id that a form for a new visit, or for one more problem, carries.
    public UUID open() {
        return ids.next();
    }

    /// Records a patrol or visit with what it found. The same one twice is recorded once.
    public ChiefAnswer record(Actor actor, NewVisit filed) {
        var fault = fault(filed);
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    var today = ledger.today();
                    var file = files.find(filed.charge(), today);
                    if (file.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    if (!keeps(actor, file.get())) {
                        return refused(Reason.NOT_YOURS);
                    }
                    var before = visits.find(filed.id());
                    if (before.isPresent()) {
                        return before.get().charge().equals(filed.charge())
                                ? new Done(filed.id(), 0)
                                : refused(Reason.NOT_FOUND);
                    }
                    return record(actor, file.get(), filed, today);
                });
    }

    private static Optional<Reason> fault(NewVisit filed) {
        if (filed.isBad()) {
            return Optional.of(Reason.TEXT);
        }
        if (filed.problems().size() > NewVisit.MOST_PROBLEMS) {
            return Optional.of(Reason.COUNT);
        }
        if (filed.nothingFound() != filed.problems().isEmpty()) {
            return Optional.of(Reason.NOTHING_SAID);
        }
        return NewVisit.tooMuch(filed.files()) ? Optional.of(Reason.FILES) : Optional.empty();
    }

    private ChiefAnswer record(Actor actor, ChargeFile file, NewVisit filed, LocalDate today) {
        var terms = file.on(filed.on());
        if (filed.on().isAfter(today) || terms.isEmpty()) {
            return refused(Reason.DAY);
        }
        if (terms.get().ended()) {
            return refused(Reason.ENDED);
        }
        for (var problem : filed.problems()) {
            var refusal = refuse(actor, problem.unit());
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
        }
        var term = records.term(actor.region(), file, today);
        if (term.isEmpty()) {
            return refused(Reason.NO_RULE);
        }
        var visit = records.visit(actor, file.charge(), filed, terms.get(), today);
        for (var problem : filed.problems()) {
            records.find(actor, file, visit, ids.next(), problem, term.get(), today);
        }
        return new Done(visit.id(), filed.problems().size());
    }

    /// A problem goes to a unit that exists and is not the one that found it.
    private Optional<Reason> refuse(Actor actor, String unit) {
        if (unit.equals(actor.body()) || isNow(actor, unit)) {
            return Optional.of(Reason.OWN_CASE);
        }
        var today = ledger.today();
        return compacts.inForce(actor.region(), today)
                        .map(c -> new Concerned(c, today))
                        .filter(c -> c.isUnit(unit))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Reason.UNIT);
    }

    /// Hands over one more problem that a visit found. The same one twice is recorded once.
    ///
    /// @param id given by [#open] when the form was made
    public ChiefAnswer found(Actor actor, UUID visit, UUID id, NewVisit.Problem problem) {
        if (problem.text().isEmpty() || problem.text().length() > NewVisit.MOST_TEXT) {
            return refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    var today = ledger.today();
                    var went = visits.find(visit);
                    var file = went.flatMap(v -> files.find(v.charge(), today));
                    if (went.isEmpty() || file.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    if (!keeps(actor, file.get())) {
                        return refused(Reason.NOT_YOURS);
                    }
                    var before = matters.find(id);
                    if (before.isPresent()) {
                        return before.get().visit().equals(visit)
                                ? new Done(id, 1)
                                : refused(Reason.NOT_FOUND);
                    }
                    var refusal = refuse(actor, problem.unit());
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    var term = records.term(actor.region(), file.get(), today);
                    return term.isEmpty()
                            ? refused(Reason.NO_RULE)
                            : new Done(
                                    records.find(
                                            actor,
                                            file.get(),
                                            went.get(),
                                            id,
                                            problem,
                                            term.get(),
                                            today),
                                    1);
                });
    }

    /// Problems that the acting unit, or one it succeeded, has to put right or has put right,
    /// newest first.
    public List<Case> handed(Actor actor) {
        return acting.read(
                actor,
                () ->
                        matters.ofUnits(actor.region(), MOST_LISTED).stream()
                                .map(this::whole)
                                .toList());
    }

    /// One problem; empty when there is none or this body does not see it.
    public Optional<Case> find(Actor actor, UUID matter) {
        return acting.read(actor, () -> matters.find(matter).map(this::whole));
    }

    private Case whole(Matter matter) {
        var today = ledger.today();
        var calendar = files.calendar(matter.region(), today, Instant.MAX);
        var holdings =
                charges.holdings(List.of(matter.charge())).getOrDefault(matter.charge(), List.of());
        return new Case(
                charges.find(matter.charge()).orElseThrow(),
                holdings.stream().filter(h -> !h.from().isAfter(today)).reduce((a, b) -> b),
                visits.find(matter.visit()).orElseThrow(),
                files.found(List.of(matter), calendar, today, Instant.MAX).getFirst());
    }

    /// The steps that this body may take on a problem now.
    public List<Matter.Step> next(Actor actor, Case one) {
        return Arrays.stream(Matter.Step.values())
                .filter(one.found().course()::allows)
                .filter(s -> refuse(actor, one, s).isEmpty())
                .toList();
    }

    private Optional<Reason> refuse(Actor actor, Case one, Matter.Step step) {
        if (!one.charge().region().equals(actor.region())) {
            return Optional.of(Reason.NOT_YOURS);
        }
        boolean units = isNow(actor, one.found().course().unit());
        boolean keeps = one.holding().filter(h -> isNow(actor, h.unit())).isPresent();
        return switch (step) {
            case FOUND -> Optional.of(Reason.WRONG_STEP);
            case RECEIVED, ANSWERED -> units ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
            case RETURNED, MOVED, CLOSED -> {
                if (units) {
                    yield Optional.of(Reason.OWN_CASE);
                }
                yield keeps ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
            }
            case NOTICED ->
                    one.charge().commitment().isEmpty()
                            ? Optional.of(Reason.COMMITMENT)
                            : actor.may(Power.SUPERVISE)
                                            && chasing.mayIssue(actor, one.charge().party())
                                    ? Optional.empty()
                                    : Optional.of(Reason.NOT_YOURS);
        };
    }

    /// What somebody wants to do about a problem.
    ///
    /// @param shown number of the last event that the actor saw
    /// @param unit the next unit; only for [Matter.Step#MOVED]
    public record Wish(
            UUID matter,
            Matter.Step step,
            int shown,
            String text,
            String unit,
            List<Attachment> files) {
        public Wish {
            text = text.strip();
            unit = unit.strip();
            files = List.copyOf(files);
        }
    }

    /// Takes one step on a problem.
    public ChiefAnswer act(Actor actor, Wish wish) {
        boolean empty = wish.step().needsText() && wish.text().isEmpty();
        if (empty || wish.text().length() > NewVisit.MOST_TEXT) {
            return refused(Reason.TEXT);
        }
        if (NewVisit.tooMuch(wish.files())) {
            return refused(Reason.FILES);
        }
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    var found = find(actor, wish.matter());
                    if (found.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    var refusal = refuse(actor, found.get(), wish.step());
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    int last = found.get().found().course().seq();
                    if (last != wish.shown()) {
                        return new Stale(wish.matter(), last);
                    }
                    return found.get().found().course().allows(wish.step())
                            ? act(actor, found.get(), wish)
                            : refused(Reason.WRONG_STEP);
                });
    }

    private ChiefAnswer act(Actor actor, Case one, Wish wish) {
        var today = ledger.today();
        var unit = one.found().course().unit();
        if (wish.step() == Matter.Step.MOVED) {
            var refusal = refuse(actor, wish.unit());
            if (refusal.isPresent() || wish.unit().equals(unit)) {
                return refused(refusal.orElse(Reason.UNIT));
            }
            unit = wish.unit();
        }
        UUID notice = null;
        if (wish.step() == Matter.Step.NOTICED) {
            var target = new Chasing.Target(one.charge().commitment(), one.charge().party());
            var text = wish.text().isEmpty() ? one.found().matter().text() : wish.text();
            switch (chasing.issue(actor, List.of(target), text).getFirst()) {
                case Handling.Done(var id, _) -> notice = id;
                case Handling.Stale _ -> {
                    return refused(Reason.NOTICE_OPEN);
                }
                case Handling.Refused(var reason) -> {
                    return refused(of(reason));
                }
            }
        }
        var term =
                wish.step().startsTerm()
                        ? records.term(one.charge(), today)
                        : Optional.of(PatrolRecords.Term.NONE);
        if (term.isEmpty()) {
            return refused(Reason.NO_RULE);
        }
        int seq = one.found().course().seq() + 1;
        records.event(actor, one, wish, seq, unit, notice, term.get(), today);
        return new Done(wish.matter(), seq);
    }

    private static Reason of(Handling.Reason reason) {
        return switch (reason) {
            case OPEN_ALREADY -> Reason.NOTICE_OPEN;
            case OWN_CASE -> Reason.OWN_CASE;
            case NOT_FOUND, NOBODY -> Reason.COMMITMENT;
            case NO_RULE -> Reason.NO_RULE;
            case TEXT -> Reason.TEXT;
            case NOT_YOURS, WRONG_STEP, COUNT, OPEN_FINDINGS, REMINDED_TODAY -> Reason.NOT_YOURS;
        };
    }

    /// A photo or paper with its content.
    public Optional<Attachment> file(Actor actor, UUID id) {
        return acting.read(actor, () -> visits.content(id));
    }

    private static ChiefAnswer refused(Reason reason) {
        return new Refused(reason);
    }
}
