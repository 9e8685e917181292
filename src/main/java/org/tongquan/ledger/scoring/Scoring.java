package org.tongquan.ledger.scoring;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Procedure;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.calendar.WorkCalendar.TermUnit;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.scoring.Evaluating.Reason;
import org.tongquan.ledger.scoring.Evaluation.State;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// The door of evaluations: draw up, publish for objection, make final, count again. What is held
/// against a score goes through [Objecting], what bodies record through [Marking].
@Service
public class Scoring {
    /// Longest reason.
    public static final int MOST_TEXT = 1_000;

    private static final int MOST_LISTED = 200;
    private static final int MOST_DIFFERENCES = 20;

    private final Acting acting;
    private final Ledger ledger;
    private final Gathering gathering;
    private final Evaluations evaluations;
    private final Runs runs;
    private final Objections objections;
    private final Simulation simulation;
    private final Compacts compacts;
    private final Templating templating;
    private final Journal journal;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;

    Scoring(
            Acting acting,
            Ledger ledger,
            Gathering gathering,
            Evaluations evaluations,
            Runs runs,
            Objections objections,
            Simulation simulation,
            Compacts compacts,
            Templating templating,
            Journal journal,
            Messages messages,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.ledger = ledger;
        this.gathering = gathering;
        this.evaluations = evaluations;
        this.runs = runs;
        this.objections = objections;
        this.simulation = simulation;
        this.compacts = compacts;
        this.templating = templating;
        this.journal = journal;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body draws up evaluations and decides on objections: it issues reports, or the
    /// compact's procedure names it for the step `evaluate` and it supervises.
    public boolean mayDrawUp(Actor actor) {
        return actor.may(Power.ISSUE_REPORT)
                || (actor.may(Power.SUPERVISE) && isNamed(actor.region(), actor.body()));
    }

    private boolean isNamed(String region, String body) {
        var local = body.substring(body.indexOf(':') + 1);
        return compacts.inForce(region, ledger.today()).stream()
                .flatMap(v -> v.procedure().stream())
                .anyMatch(p -> p.step() == Procedure.Step.EVALUATE && local.equals(p.by()));
    }

    /// The obligations that the counts of a score count: those in which the unit, or a unit of the
    /// party, had a part on the last day. Empty when the body does not see the evaluation.
    public List<Held> held(Actor actor, UUID id, Score.Kind kind, String subject) {
        var result = find(actor, id);
        if (result.isEmpty()) {
            return List.of();
        }
        var units =
                kind == Score.Kind.UNIT
                        ? Set.of(subject)
                        : result.get().of(Score.Kind.UNIT).stream()
                                .filter(s -> s.party().equals(subject))
                                .map(Score::subject)
                                .collect(Collectors.toSet());
        return gathering.held(result.get().evaluation()).stream()
                .filter(h -> units.contains(h.unit()))
                .toList();
    }

    /// What a span would score under any version, from what is known now. Writes nothing; for those
    /// who draw up evaluations. Empty when the version has no rule for it.
    public Optional<List<Score>> tried(Actor actor, Resolved version, Span span) {
        return mayDrawUp(actor) && actor.region().equals(version.compact().id())
                ? gathering.gather(version, span, now()).map(Scores::of)
                : Optional.empty();
    }

    /// Draws up the evaluation of a span that has ended, with all its scores, as a draft.
    public Evaluating drawUp(Actor actor, String region, Span span) {
        if (!region.equals(actor.region()) || !mayDrawUp(actor)) {
            return new Evaluating.Refused(Reason.NOT_YOURS);
        }
        if (!span.to().isBefore(ledger.today())) {
            return new Evaluating.Refused(Reason.SPAN);
        }
        var known = ledger.settled(region);
        var inputs = gathering.gather(region, span, known);
        if (inputs.isEmpty()) {
            return new Evaluating.Refused(Reason.NO_RULE);
        }
        var scores = Scores.of(inputs.get());
        var evaluation =
                new Evaluation(
                        ids.next(),
                        region,
                        span,
                        known,
                        inputs.get().rule().id(),
                        simulation.isPresent(Gathering.JOB, region, known),
                        actor.body(),
                        now(),
                        State.DRAFT,
                        0,
                        null);
        return acting.as(
                actor,
                () -> {
                    evaluations.add(evaluation, actor.person());
                    var digest =
                            runs.add(evaluation, 0, inputs.get(), scores, actor, evaluation.at());
                    journal.record(actor, "evaluation-drawn-up", evaluation.id(), digest.bytes());
                    return new Evaluating.Done(evaluation.id());
                });
    }

    /// Publishes a draft for objection; the term is counted in workdays from today.
    public Evaluating publish(Actor actor, UUID id) {
        return change(
                actor,
                id,
                evaluation -> {
                    if (evaluation.state() != State.DRAFT) {
                        return Optional.of(Reason.STATE);
                    }
                    boolean other =
                            evaluations.list(evaluation.region(), MOST_LISTED).stream()
                                    .filter(e -> e.span().equals(evaluation.span()))
                                    .anyMatch(
                                            e ->
                                                    e.state() == State.PUBLISHED
                                                            || e.state() == State.FINAL);
                    if (other) {
                        return Optional.of(Reason.ALREADY);
                    }
                    var today = ledger.today();
                    var within = run(evaluation).inputs().rule().objectWithin();
                    var until =
                            compacts.calendar(evaluation.region(), today)
                                    .orElseThrow()
                                    .due(today, Math.max(1, within), TermUnit.WORKDAY);
                    evaluations.step(evaluation, State.PUBLISHED, until.date(), "", actor, now());
                    return record(actor, "evaluation-published", evaluation, "");
                });
    }

    /// Makes a published evaluation final, once the term is over and every objection decided.
    ///
    /// @param shown number of the run that the reader saw
    public Evaluating finish(Actor actor, UUID id, int shown) {
        return change(
                actor,
                id,
                evaluation -> {
                    if (evaluation.state() != State.PUBLISHED) {
                        return Optional.of(Reason.STATE);
                    }
                    if (evaluation.run() != shown) {
                        return Optional.of(Reason.CHANGED);
                    }
                    var until = evaluation.objectUntil();
                    boolean open = objections.of(id).stream().anyMatch(o -> o.decision() == null);
                    if (open || until == null || !ledger.today().isAfter(until)) {
                        return Optional.of(Reason.TERM_RUNS);
                    }
                    evaluations.step(evaluation, State.FINAL, null, "", actor, now());
                    return record(actor, "evaluation-made-final", evaluation, "");
                });
    }

    /// Declares an evaluation void, whatever its state, so that another may take its place.
    public Evaluating withdraw(Actor actor, UUID id, String reason) {
        if (reason.isBlank() || reason.length() > MOST_TEXT) {
            return new Evaluating.Refused(Reason.TEXT);
        }
        return change(
                actor,
                id,
                evaluation -> {
                    if (evaluation.state() == State.WITHDRAWN) {
                        return Optional.of(Reason.STATE);
                    }
                    evaluations.step(evaluation, State.WITHDRAWN, null, reason, actor, now());
                    return record(actor, "evaluation-withdrawn", evaluation, reason);
                });
    }

    /// One step of an evaluation, by a body that draws up, one at a time.
    private Evaluating change(Actor actor, UUID id, Function<Evaluation, Optional<Reason>> step) {
        if (!mayDrawUp(actor)) {
            return new Evaluating.Refused(Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    evaluations.lock(actor.region());
                    var evaluation = evaluations.find(id);
                    if (evaluation.isEmpty()) {
                        return new Evaluating.Refused(Reason.NOT_FOUND);
                    }
                    return step.apply(evaluation.get())
                            .<Evaluating>map(Evaluating.Refused::new)
                            .orElse(new Evaluating.Done(id));
                });
    }

    private Optional<Reason> record(Actor actor, String kind, Evaluation of, String reason) {
        var text = of.id() + "\n" + of.run() + "\n" + reason;
        journal.record(actor, kind, of.id(), Digest.ofText(text).bytes());
        return Optional.empty();
    }

    private Runs.Run run(Evaluation evaluation) {
        return runs.find(evaluation.id(), evaluation.run()).orElseThrow();
    }

    /// Evaluations of a region that this body sees, newest first.
    public List<Evaluation> list(Actor actor, String region) {
        return acting.read(actor, () -> evaluations.list(region, MOST_LISTED));
    }

    /// One evaluation with the scores of its newest run; empty when this body sees none.
    public Optional<Result> find(Actor actor, UUID id) {
        return acting.read(
                actor,
                () ->
                        evaluations
                                .find(id)
                                .map(
                                        e ->
                                                new Result(
                                                        e,
                                                        runs.scores(id, e.run()),
                                                        objections.of(id))));
    }

    /// @param scores units and parties by rank, without their lines
    /// @param objections those that this body sees
    public record Result(Evaluation evaluation, List<Score> scores, List<Objection> objections) {
        public Result {
            scores = List.copyOf(scores);
            objections = List.copyOf(objections);
        }

        public List<Score> of(Score.Kind kind) {
            return scores.stream().filter(s -> s.kind() == kind).toList();
        }

        public Optional<Score> find(Score.Kind kind, String subject) {
            return of(kind).stream().filter(s -> s.subject().equals(subject)).findFirst();
        }
    }

    /// Every line behind a unit's score; empty when this body may not see them.
    public Optional<List<Score.Line>> why(Actor actor, UUID id, String unit) {
        return acting.read(
                actor, () -> evaluations.find(id).flatMap(e -> runs.lines(id, e.run(), unit)));
    }

    /// The published scores of a unit or party, by span.
    public List<Past> history(Actor actor, String region, Score.Kind kind, String subject) {
        return acting.read(actor, () -> runs.history(region, kind, subject));
    }

    /// A score of another span.
    public record Past(UUID evaluation, String span, BigDecimal score, int rank) {}

    /// Counts an evaluation again: the rule over the inputs that were kept, and the inputs from the
    /// ledger as they were known then. Whoever sees an evaluation may ask.
    public Optional<Recount> recount(Actor actor, UUID id) {
        return acting.read(actor, () -> evaluations.find(id)).map(this::recount);
    }

    private Recount recount(Evaluation evaluation) {
        var kept = acting.read(Gathering.JOB, () -> run(evaluation));
        var again = Scores.of(kept.inputs());
        var shown =
                acting.read(Gathering.JOB, () -> runs.scores(evaluation.id(), evaluation.run()));
        var rows = Differences.ofScores(shown, again);
        boolean same = rows.isEmpty() && runs.outcome(again).equals(kept.outcome());
        var now = gathering.gather(evaluation.region(), evaluation.span(), evaluation.known());
        var changed = new ArrayList<>(rows);
        changed.addAll(
                now.map(n -> Differences.between(kept.inputs(), n))
                        .orElse(List.of(Differences.RULE)));
        return new Recount(same, changed.subList(0, Math.min(MOST_DIFFERENCES, changed.size())));
    }

    /// @param sameOutcome whether the rule over the kept inputs gives the scores that were kept
    /// @param changed scores that are shown otherwise, and inputs that the ledger states
    // differently
    ///     now: ids of facts, or `rule`, `parties`, `holdings`; at most twenty
    public record Recount(boolean sameOutcome, List<String> changed) {
        public Recount {
            changed = List.copyOf(changed);
        }

        public boolean same() {
            return sameOutcome && changed.isEmpty();
        }
    }

    /// The bulletin (考核通报) of an evaluation, worded by the template in use when it was drawn up; a
    /// published one is marked as open to objection.
    public Optional<OfficialDocument> bulletin(Actor actor, UUID id) {
        var result = find(actor, id);
        if (result.isEmpty()) {
            return Optional.empty();
        }
        var evaluation = result.get().evaluation();
        var version = compacts.inForce(evaluation.region(), evaluation.span().to());
        var inputs = acting.read(Gathering.JOB, () -> run(evaluation)).inputs();
        var template = templating.at(actor, TemplateKind.BULLETIN, evaluation.at());
        return version.map(
                v ->
                        new Bulletin(
                                        v,
                                        result.get(),
                                        inputs,
                                        (key, values) -> messages.say(Language.ZH, key, values))
                                .compose(template.wording()));
    }

    /// To the microsecond, as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The facts of a run that an objection may name; for whoever decides on it.
    static Optional<Fact> fact(Inputs inputs, String id) {
        var all = new ArrayList<>(inputs.facts());
        inputs.corrections().stream()
                .map(Inputs.Correction::add)
                .filter(java.util.Objects::nonNull)
                .forEach(all::add);
        return all.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
