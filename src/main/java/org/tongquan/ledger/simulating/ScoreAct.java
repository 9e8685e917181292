package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Evaluation;
import org.tongquan.ledger.scoring.Marking;
import org.tongquan.ledger.scoring.Objecting;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// Marks during the year, the evaluation of the first half, an objection to it and its end.
@Component
@Order(50)
class ScoreAct implements Act {
    private static final int COMMENDED = 160;
    private static final int CRITICISED = 190;
    private static final int OBJECTED_AFTER = 2;
    private static final int DECIDED_AFTER = 4;

    private final Scoring scoring;
    private final Objecting objecting;
    private final Marking marking;

    ScoreAct(Scoring scoring, Objecting objecting, Marking marking) {
        this.scoring = scoring;
        this.objecting = objecting;
        this.marking = marking;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var parties = play.cast().parties();
        if (play.once("commended", today, COMMENDED)) {
            mark(play, Occasion.COMMENDED, parties.getLast(), today, "做法被通报表扬");
        }
        if (play.once("criticised", today, CRITICISED)) {
            mark(play, Occasion.CRITICISED, play.cast().silent(), today, "进展迟缓被通报");
        }
        var office = play.cast().body(scoring::mayDrawUp);
        var span = Span.of(play.script().to().getYear() + "-H1").orElseThrow();
        if (office.isEmpty() || !today.isAfter(span.to())) {
            return;
        }
        if (play.once("evaluation", today, 0)) {
            var drawn = scoring.drawUp(office.get(), play.region(), span);
            if (done(play, "evaluation-drawn-up", drawn)
                    && drawn instanceof Evaluating.Done(var id)) {
                done(play, "evaluation-published", scoring.publish(office.get(), id));
            }
            return;
        }
        scoring.list(office.get(), play.region()).stream()
                .filter(e -> e.state() == Evaluation.State.PUBLISHED)
                .findFirst()
                .ifPresent(e -> goOn(play, office.get(), e, today));
    }

    private void mark(Play play, Occasion occasion, String party, LocalDate today, String why) {
        var wanted = new Marking.NewMark(occasion, party, "", today, Play.MARK + why, "通报");
        done(
                play,
                "mark-recorded",
                marking.record(play.cast().with(Power.SUPERVISE), play.region(), wanted));
    }

    private void goOn(Play play, Actor office, Evaluation evaluation, LocalDate today) {
        var began = play.noted("evaluation").orElse(today);
        if (play.noted("objection").isEmpty() && !today.isBefore(began.plusDays(OBJECTED_AFTER))) {
            play.note("objection", today);
            object(play, office, evaluation);
        }
        var result = scoring.find(office, evaluation.id()).orElseThrow();
        for (var objection : result.objections()) {
            if (objection.decision() == null
                    && !today.isBefore(began.plusDays(OBJECTED_AFTER + DECIDED_AFTER))) {
                done(
                        play,
                        "objection-decided",
                        objecting.decide(
                                office,
                                objection.id(),
                                true,
                                objection.fact().isEmpty()
                                        ? new Objecting.Remedy(Occasion.COMMENDED, 0)
                                        : Objecting.Remedy.STRIKE,
                                Play.MARK + "经核实，异议成立"));
            }
        }
        var until = evaluation.objectUntil();
        if (until != null && today.isAfter(until)) {
            done(
                    play,
                    "evaluation-finished",
                    scoring.finish(office, evaluation.id(), evaluation.run()));
        }
    }

    /// The first subject with a late fact objects to it.
    private void object(Play play, Actor office, Evaluation evaluation) {
        for (var score : scoring.find(office, evaluation.id()).orElseThrow().scores()) {
            if (score.kind() != Score.Kind.UNIT) {
                continue;
            }
            var late = late(office, evaluation.id(), score.subject());
            if (late.isEmpty()) {
                continue;
            }
            var self =
                    score.subject().contains("/")
                            ? play.actor(score.subject())
                            : play.cast().of(score.subject());
            var answer =
                    objecting.object(
                            self,
                            evaluation.id(),
                            score.kind(),
                            score.subject(),
                            late,
                            Play.MARK + "该任务因不可抗力延期，申请不扣分");
            if (done(play, "objection-made", answer)) {
                play.travelled(Path.OBJECTED, score.subject() + " " + late);
            }
            return;
        }
    }

    private String late(Actor office, UUID evaluation, String subject) {
        return scoring.why(office, evaluation, subject).stream()
                .flatMap(java.util.List::stream)
                .filter(l -> l.occasion() == Occasion.LATE)
                .map(Score.Line::fact)
                .findFirst()
                .orElse("");
    }

    private static boolean done(Play play, String what, Evaluating answer) {
        return play.count(what, answer instanceof Evaluating.Done, answer);
    }
}
