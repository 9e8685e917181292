package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.matter.MatterAnswer;
import org.tongquan.ledger.progress.Answer;
import org.tongquan.ledger.progress.Assessing;
import org.tongquan.ledger.progress.Rating;
import org.tongquan.ledger.standing.Light;

/// The office rates what is red or yellow each quarter; once a year a city reports a matter of
/// weight, which is taken in hand and closed.
@Component
@Order(75)
class RateAct implements Act {
    private static final int FIRST = 100;
    private static final int EVERY = 90;
    private static final int TIMES = 3;
    private static final int RATED = 6;
    private static final int HALF = 50;
    private static final int MATTER = 195;
    private static final int TAKEN_AFTER = 1;
    private static final int CLOSED_AFTER = 6;

    private final Assessing assessing;
    private final Alerting alerting;
    private final Ledger ledger;

    RateAct(Assessing assessing, Alerting alerting, Ledger ledger) {
        this.assessing = assessing;
        this.alerting = alerting;
        this.ledger = ledger;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var office = play.cast().with(Power.SUPERVISE);
        for (int i = 0; i < TIMES; i++) {
            if (play.once("rated " + i, today, FIRST + i * EVERY)) {
                rate(play, office, today, Light.RED, Rating.Level.UNLIKELY);
                rate(play, office, today, Light.YELLOW, Rating.Level.AT_RISK);
            }
        }
        if (play.once("matter", today, MATTER)) {
            report(play);
        }
        alerting.list(office, true).forEach(m -> take(play, office, m, today));
    }

    private void rate(Play play, Actor office, LocalDate today, Light light, Rating.Level level) {
        for (var one : ledger.urgent(office, play.region(), light, RATED)) {
            var card = ledger.find(office, play.region(), one.commitment()).orElseThrow();
            if (!assessing.mayRate(office, card, one.party())) {
                continue;
            }
            int seen =
                    (int)
                            assessing.list(office, play.region(), one.commitment()).stream()
                                    .filter(r -> r.party().equals(one.party()))
                                    .count();
            var answer =
                    assessing.rate(
                            office,
                            card,
                            one.party(),
                            level,
                            Play.MARK + today + "现场了解，进度偏慢",
                            seen);
            play.count("delivery-rated", answer instanceof Answer.Kept, answer);
        }
    }

    private void report(Play play) {
        var party = play.cast().parties().getLast();
        var report =
                new Alerting.Report(
                        alerting.open(),
                        Play.MARK + "跨市项目用地指标不足",
                        Play.MARK + "两市交界路段用地指标尚缺，影响年内开工。",
                        Play.MARK + "请协调统筹指标。",
                        play.chance("urgent", HALF),
                        List.of());
        var answer = alerting.report(play.cast().of(party), report);
        play.count("matter-reported", answer instanceof MatterAnswer.Done, answer);
    }

    private void take(Play play, Actor office, Matter.File file, LocalDate today) {
        var next = alerting.next(office, file);
        var key = "matter " + file.matter().id();
        if (next.contains(Matter.Step.ACKNOWLEDGED)
                && play.once(key + " taken", today, MATTER + TAKEN_AFTER)) {
            act(play, office, file, Matter.Step.ACKNOWLEDGED, "");
        } else if (next.contains(Matter.Step.CLOSED)
                && play.once(key + " closed", today, MATTER + CLOSED_AFTER)) {
            act(play, office, file, Matter.Step.CLOSED, Play.MARK + "已协调省级指标，问题解决");
        }
    }

    private void act(Play play, Actor office, Matter.File file, Matter.Step step, String text) {
        var answer =
                alerting.act(
                        office, file.matter().id(), step, file.course().seq(), text, List.of());
        play.count("matter-" + step.word(), answer instanceof MatterAnswer.Done, answer);
    }
}
