package org.tongquan.ledger.scoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Assignment.Role;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Evaluating.Reason;
import org.tongquan.ledger.scoring.Evaluation.State;

/// The door of objections: a scored unit or party objects within the term, whoever draws up
/// decides. An objection that is upheld corrects the facts and leads to one more run.
@Service
public class Objecting {
    private final Acting acting;
    private final Scoring scoring;
    private final Evaluations evaluations;
    private final Runs runs;
    private final Objections objections;
    private final Ledger ledger;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Objecting(
            Acting acting,
            Scoring scoring,
            Evaluations evaluations,
            Runs runs,
            Objections objections,
            Ledger ledger,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.scoring = scoring;
        this.evaluations = evaluations;
        this.runs = runs;
        this.objections = objections;
        this.ledger = ledger;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body may object to a score of a published evaluation today: it is its own, or
    /// its party's.
    public boolean mayObject(Actor actor, Evaluation evaluation, Score score) {
        return evaluation.state() == State.PUBLISHED
                && evaluation.region().equals(actor.region())
                && isWithinTerm(evaluation)
                && isOwn(actor, score);
    }

    private boolean isWithinTerm(Evaluation evaluation) {
        var until = evaluation.objectUntil();
        return until != null && !ledger.today().isAfter(until);
    }

    private boolean isOwn(Actor actor, Score score) {
        if (!actor.may(Power.REPORT_PROGRESS)) {
            return false;
        }
        return score.subject().equals(actor.body())
                || (!score.party().isEmpty() && score.party().equals(partyOf(actor)));
    }

    private String partyOf(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash >= 0
                ? actor.body().substring(0, slash)
                : compacts.findBody(actor.body()).flatMap(AdoptedBody::party).orElse("");
    }

    /// Objects to a score.
    ///
    /// @param fact id of the fact it is about, empty when one is missing
    public Evaluating object(
            Actor actor, UUID id, Score.Kind kind, String subject, String fact, String reason) {
        if (isNoText(reason)) {
            return new Evaluating.Refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    var found = scoring.find(actor, id);
                    var score = found.flatMap(r -> r.find(kind, subject));
                    if (found.isEmpty() || score.isEmpty()) {
                        return new Evaluating.Refused(Reason.NOT_FOUND);
                    }
                    var refusal = refuse(actor, found.get().evaluation(), score.get(), fact);
                    if (refusal.isPresent()) {
                        return new Evaluating.Refused(refusal.get());
                    }
                    var objection =
                            new Objection(
                                    ids.next(),
                                    id,
                                    actor.region(),
                                    score.get().party(),
                                    subject,
                                    fact,
                                    reason,
                                    actor.body(),
                                    now(),
                                    null);
                    objections.add(objection, actor.person());
                    record(actor, "score-objected", objection.id(), objection.toString());
                    return new Evaluating.Done(objection.id());
                });
    }

    private Optional<Reason> refuse(Actor actor, Evaluation of, Score score, String fact) {
        if (!isOwn(actor, score)) {
            return Optional.of(Reason.NOT_YOURS);
        }
        if (of.state() != State.PUBLISHED) {
            return Optional.of(Reason.STATE);
        }
        if (!isWithinTerm(of)) {
            return Optional.of(Reason.TERM_OVER);
        }
        boolean known =
                fact.isEmpty()
                        || runs.lines(of.id(), of.run(), score.subject()).stream()
                                .flatMap(List::stream)
                                .anyMatch(l -> l.fact().equals(fact));
        return known ? Optional.empty() : Optional.of(Reason.SUBJECT);
    }

    /// What an upheld objection changes: the fact it names no longer counts, and another may count
    /// in its place.
    ///
    /// @param occasion the occasion that counts, none when the fact is struck alone
    /// @param days early (`ON_TIME`) or late (`LATE`)
    public record Remedy(@Nullable Occasion occasion, int days) {
        public static final Remedy STRIKE = new Remedy(null, 0);
    }

    /// Decides on an objection; one that is upheld leads to one more run at once.
    ///
    /// @param remedy what it changes; not regarded when it is rejected
    public Evaluating decide(Actor actor, UUID id, boolean upheld, Remedy remedy, String reason) {
        if (isNoText(reason) || remedy.days() < 0) {
            return new Evaluating.Refused(Reason.TEXT);
        }
        if (!scoring.mayDrawUp(actor)) {
            return new Evaluating.Refused(Reason.NOT_YOURS);
        }
        return acting.as(
                actor,
                () -> {
                    evaluations.lock(actor.region());
                    var objection = objections.find(id);
                    var evaluation = objection.flatMap(o -> evaluations.find(o.evaluation()));
                    if (objection.isEmpty() || evaluation.isEmpty()) {
                        return new Evaluating.Refused(Reason.NOT_FOUND);
                    }
                    if (evaluation.get().state() != State.PUBLISHED) {
                        return new Evaluating.Refused(Reason.STATE);
                    }
                    if (objection.get().decision() != null) {
                        return new Evaluating.Refused(Reason.CHANGED);
                    }
                    if (upheld && objection.get().fact().isEmpty() && remedy.occasion() == null) {
                        return new Evaluating.Refused(Reason.NOTHING);
                    }
                    decide(actor, objection.get(), evaluation.get(), upheld, remedy, reason);
                    return new Evaluating.Done(id);
                });
    }

    private void decide(
            Actor actor,
            Objection objection,
            Evaluation evaluation,
            boolean upheld,
            Remedy remedy,
            String reason) {
        var at = now();
        var decision = new Objection.Decision(upheld, reason, actor.body(), at);
        objections.decide(objection, decision, actor.person());
        record(actor, "score-objection-decided", objection.id(), decision.toString());
        if (upheld) {
            var before = runs.find(evaluation.id(), evaluation.run()).orElseThrow().inputs();
            var corrections = new ArrayList<>(before.corrections());
            corrections.add(correction(before, objection, remedy, reason));
            var inputs = before.with(corrections);
            int n = evaluation.run() + 1;
            var digest = runs.add(evaluation, n, inputs, Scores.of(inputs), actor, at);
            journal.record(actor, "evaluation-corrected", evaluation.id(), digest.bytes());
        }
    }

    private Inputs.Correction correction(
            Inputs inputs, Objection objection, Remedy remedy, String reason) {
        var struck = Scoring.fact(inputs, objection.fact());
        var occasion = remedy.occasion();
        if (occasion == null) {
            return new Inputs.Correction(objection.id(), objection.fact(), null);
        }
        var add =
                new Fact(
                        "c:" + objection.id(),
                        occasion,
                        struck.map(Fact::commitment).orElse(""),
                        struck.map(Fact::party).orElse(""),
                        struck.map(Fact::on).orElse(inputs.span().to()),
                        remedy.days(),
                        "corrected",
                        List.of(reason),
                        struck.map(Fact::parts)
                                .orElse(List.of(new Fact.Part(objection.subject(), Role.LEAD))));
        return new Inputs.Correction(objection.id(), objection.fact(), add);
    }

    private void record(Actor actor, String kind, UUID subject, String text) {
        journal.record(actor, kind, subject, Digest.ofText(text).bytes());
    }

    private static boolean isNoText(String text) {
        return text.isBlank() || text.length() > Scoring.MOST_TEXT;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
