package org.tongquan.ledger.scoring.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.scoring.Evaluation.State;
import org.tongquan.ledger.scoring.Objection;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.BarChart;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Show;

/// Makes the page of one evaluation.
@Component
class Rankings {
    private final Scoring scoring;
    private final Names names;
    private final ScoreNames words;
    private final Compacts compacts;
    private final Messages messages;

    Rankings(Scoring scoring, Names names, ScoreNames words, Compacts compacts, Messages messages) {
        this.scoring = scoring;
        this.names = names;
        this.words = words;
        this.compacts = compacts;
        this.messages = messages;
    }

    ModelAndView show(
            Actor actor, UUID id, Language language, String error, List<String> differences) {
        var result = scoring.find(actor, id).orElseThrow(NotFound::new);
        return Show.view("scoring/ranking", view(actor, result, language, error, differences));
    }

    private RankingView view(
            Actor actor,
            Scoring.Result result,
            Language language,
            String error,
            List<String> differences) {
        var evaluation = result.evaluation();
        var of = names.of(evaluation.region(), language);
        var head = words.item(evaluation, of);
        var until = evaluation.objectUntil();
        boolean draws = scoring.mayDrawUp(actor);
        return new RankingView(
                List.of(
                        new Crumb("/scores", messages.say(language, "scoring.title")),
                        new Crumb("", head.span())),
                head.href(),
                head,
                until == null ? "" : until.toString(),
                evaluation.run(),
                chart(result, of),
                rows(actor, result, Score.Kind.PARTY, of),
                rows(actor, result, Score.Kind.UNIT, of),
                result.objections().stream().map(o -> objection(o, of)).toList(),
                occasions(language),
                draws && evaluation.state() == State.DRAFT,
                draws && evaluation.state() == State.PUBLISHED,
                draws && evaluation.state() != State.WITHDRAWN,
                draws && evaluation.state() == State.PUBLISHED,
                error,
                differences);
    }

    private List<Option> occasions(Language language) {
        return Arrays.stream(Occasion.values())
                .filter(o -> o != Occasion.EARLY)
                .map(
                        o ->
                                new Option(
                                        o.name(),
                                        messages.say(
                                                language,
                                                "scoring.occasion." + ScoreNames.word(o))))
                .toList();
    }

    private List<RankingView.Row> rows(
            Actor actor, Scoring.Result result, Score.Kind kind, Names.Of of) {
        var own = partyOf(actor);
        return result.of(kind).stream()
                .map(s -> words.row(result.evaluation(), s, of, own))
                .toList();
    }

    String partyOf(Actor actor) {
        int slash = actor.body().indexOf('/');
        return slash >= 0
                ? actor.body().substring(0, slash)
                : compacts.findBody(actor.body()).flatMap(AdoptedBody::party).orElse("");
    }

    /// Whole points, so that bars stay a picture; the table has the exact figures.
    private BarChart chart(Scoring.Result result, Names.Of of) {
        var bars = new ArrayList<BarChart.Bar>();
        for (var score : result.of(Score.Kind.PARTY)) {
            if (bars.size() < BarChart.MOST) {
                var points = score.score().setScale(0, java.math.RoundingMode.HALF_UP);
                bars.add(
                        new BarChart.Bar(
                                of.party(score.subject()),
                                List.of(new BarChart.Part("", points.longValue(), ""))));
            }
        }
        return new BarChart(
                messages.say(of.language(), "scoring.bulletin.chart"),
                messages.say(of.language(), "scoring.points-unit"),
                bars);
    }

    RankingView.ObjectionView objection(Objection objection, Names.Of of) {
        var decision = objection.decision();
        return new RankingView.ObjectionView(
                objection.id().toString(),
                words.unit(of, objection.subject()),
                objection.fact(),
                !objection.fact().isEmpty(),
                objection.reason(),
                of.body(objection.body()),
                Moments.of(objection.at()),
                decision == null ? "open" : decision.upheld() ? "upheld" : "rejected",
                decision == null ? "" : decision.reason(),
                decision == null ? "" : of.body(decision.body()),
                decision == null ? "" : Moments.of(decision.at()));
    }
}
