package org.tongquan.ledger.scoring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Evaluation;
import org.tongquan.ledger.scoring.Held;
import org.tongquan.ledger.scoring.Objecting;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.LineChart;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;

/// Makes the scorecard of one unit or party.
@Component
class Cards {
    private static final int MOST_LABEL = 60;
    private static final int MOST_TASKS = 200;

    private final Scoring scoring;
    private final Objecting objecting;
    private final Rankings rankings;
    private final Ledger ledger;
    private final Names names;
    private final ScoreNames words;
    private final Messages messages;

    Cards(
            Scoring scoring,
            Objecting objecting,
            Rankings rankings,
            Ledger ledger,
            Names names,
            ScoreNames words,
            Messages messages) {
        this.scoring = scoring;
        this.objecting = objecting;
        this.rankings = rankings;
        this.ledger = ledger;
        this.names = names;
        this.words = words;
        this.messages = messages;
    }

    CardView view(
            Actor actor,
            UUID id,
            Score.Kind kind,
            String subject,
            Language language,
            String error) {
        var result = scoring.find(actor, id).orElseThrow(NotFound::new);
        var score = result.find(kind, subject).orElseThrow(NotFound::new);
        var evaluation = result.evaluation();
        var of = names.of(evaluation.region(), language);
        var why =
                kind == Score.Kind.UNIT
                        ? scoring.why(actor, id, subject)
                        : Optional.<List<Score.Line>>empty();
        var texts = texts(actor, why.orElse(List.of()), of);
        var found = lines(why.orElse(List.of()), of, texts);
        var rule = rule(of.compact(), evaluation);
        var head = words.item(evaluation, of);
        var name = words.subject(of, score);
        return new CardView(
                List.of(
                        new Crumb("/scores", messages.say(language, "scoring.title")),
                        new Crumb(head.href(), head.span()),
                        new Crumb("", name)),
                head.href() + "/" + kind.word(),
                head.href(),
                kind.word(),
                subject,
                name,
                head,
                score.rank(),
                score.led(),
                score.cooperated(),
                ScoreNames.plain(rule.base()),
                ScoreNames.signed(score.raw().subtract(rule.base())),
                ScoreNames.plain(score.raw()),
                ScoreNames.plain(score.score()),
                score.raw().compareTo(score.score()) != 0,
                ScoreNames.plain(rule.cap()),
                ScoreNames.plain(rule.floor()),
                why.isPresent(),
                found,
                kind == Score.Kind.PARTY ? units(actor, result, subject, of) : List.of(),
                "/ledger?"
                        + (subject.contains("/") ? "unit=" : "party=")
                        + ScoreNames.encoded(subject),
                history(actor, evaluation, score, language),
                objecting.mayObject(actor, evaluation, score),
                facts(why.orElse(List.of()), of, texts),
                error);
    }

    /// The obligations behind a count of the card.
    HeldView held(
            Actor actor, UUID id, Score.Kind kind, String subject, String role, Language language) {
        var result = scoring.find(actor, id).orElseThrow(NotFound::new);
        var score = result.find(kind, subject).orElseThrow(NotFound::new);
        var evaluation = result.evaluation();
        var of = names.of(evaluation.region(), language);
        var head = words.item(evaluation, of);
        var name = words.subject(of, score);
        return new HeldView(
                List.of(
                        new Crumb("/scores", messages.say(language, "scoring.title")),
                        new Crumb(head.href(), head.span()),
                        new Crumb(ScoreNames.card(evaluation, kind, subject), name),
                        new Crumb("", messages.say(language, "scoring.held." + role(role)))),
                name,
                role(role),
                evaluation.span().to().toString(),
                kind == Score.Kind.PARTY,
                scoring.held(actor, id, kind, subject).stream()
                        .filter(h -> h.role().word().equals(role(role)))
                        .map(h -> held(actor, h, of))
                        .toList());
    }

    private static String role(String word) {
        return word.equals("cooperating") ? word : "lead";
    }

    private HeldView.Row held(Actor actor, Held held, Names.Of of) {
        var region = of.compact().compact().compact().id();
        return new HeldView.Row(
                "/ledger/%s/%s#%s".formatted(region, held.commitment(), held.party()),
                text(actor, of, held.commitment()).orElse(held.commitment()),
                of.party(held.party()),
                of.body(held.unit()));
    }

    /// The figures the scores were computed with, by the id that was kept.
    private static ScoreRule rule(Resolved compact, Evaluation evaluation) {
        return compact.findRule(Compact::scoring, evaluation.rule()).orElseThrow(NotFound::new);
    }

    private List<RankingView.Row> units(
            Actor actor, Scoring.Result result, String party, Names.Of of) {
        return result.of(Score.Kind.UNIT).stream()
                .filter(s -> s.party().equals(party))
                .map(s -> words.row(result.evaluation(), s, of, rankings.partyOf(actor)))
                .toList();
    }

    private List<CardView.LineView> lines(
            List<Score.Line> lines, Names.Of of, Map<String, String> texts) {
        var region = of.compact().compact().id();
        return lines.stream()
                .map(
                        l ->
                                new CardView.LineView(
                                        ScoreNames.word(l.occasion()),
                                        l.fromDays(),
                                        texts.getOrDefault(l.commitment(), l.commitment()),
                                        l.commitment().isEmpty()
                                                ? ""
                                                : "/ledger/" + region + "/" + l.commitment(),
                                        l.party().isEmpty() ? "" : of.party(l.party()),
                                        words.why(of.language(), l.why(), l.values()),
                                        l.on().toString(),
                                        l.days(),
                                        l.role().word(),
                                        ScoreNames.signed(l.points()),
                                        l.points().signum() < 0))
                .toList();
    }

    /// The texts of commitments, and of the tasks that lines name.
    private Map<String, String> texts(Actor actor, List<Score.Line> lines, Names.Of of) {
        var texts = new HashMap<String, String>();
        of.compact()
                .clauses()
                .forEach(
                        b ->
                                texts.put(
                                        b.clause().id(),
                                        b.clause().text().in(of.language().locale())));
        lines.stream()
                .map(Score.Line::commitment)
                .filter(id -> !id.isEmpty() && !texts.containsKey(id))
                .distinct()
                .limit(MOST_TASKS)
                .forEach(id -> text(actor, of, id).ifPresent(t -> texts.put(id, t)));
        return texts;
    }

    private Optional<String> text(Actor actor, Names.Of of, String id) {
        return ledger.find(actor, of.compact().compact().id(), id)
                .map(c -> c.commitment())
                .map(c -> of.language().pick(c.textZh(), c.textEn()));
    }

    private List<Option> facts(List<Score.Line> lines, Names.Of of, Map<String, String> texts) {
        var facts = new ArrayList<Option>();
        for (var line : lines) {
            if (facts.stream().noneMatch(f -> f.value().equals(line.fact()))) {
                var text =
                        texts.getOrDefault(line.commitment(), line.commitment())
                                + " "
                                + words.why(of.language(), line.why(), line.values());
                facts.add(
                        new Option(
                                line.fact(),
                                text.length() > MOST_LABEL
                                        ? text.substring(0, MOST_LABEL) + "…"
                                        : text.strip()));
            }
        }
        return facts;
    }

    private LineChart history(Actor actor, Evaluation evaluation, Score score, Language language) {
        var past = scoring.history(actor, evaluation.region(), score.kind(), score.subject());
        return new LineChart(
                messages.say(language, "scoring.card.history"),
                messages.say(language, "scoring.points-unit"),
                past.stream().map(Scoring.Past::span).toList(),
                List.of(
                        new LineChart.Line(
                                messages.say(language, "scoring.score"),
                                past.stream()
                                        .map(Scoring.Past::score)
                                        .map(BigDecimal::doubleValue)
                                        .toList())));
    }
}
