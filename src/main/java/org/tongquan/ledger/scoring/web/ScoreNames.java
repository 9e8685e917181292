package org.tongquan.ledger.scoring.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.scoring.Evaluation;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Span;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// How pages name spans, subjects, occasions and figures.
@Component
class ScoreNames {
    private static final String STANDING = "standing.";

    private final Messages messages;

    ScoreNames(Messages messages) {
        this.messages = messages;
    }

    String span(Language language, Span span) {
        var year = span.name().substring(0, 4);
        var half = span.name().length() == 4 ? "year" : span.name().substring(5);
        return messages.say(language, "scoring.span." + half, year);
    }

    /// A unit, or the duties of a party without a lead unit.
    String unit(Names.Of of, String subject) {
        return subject.contains("/")
                ? of.body(subject)
                : messages.say(of.language(), "scoring.no-lead", of.party(subject));
    }

    String subject(Names.Of of, Score score) {
        return score.kind() == Score.Kind.PARTY
                ? of.party(score.subject())
                : unit(of, score.subject());
    }

    /// The sentence of a fact.
    String why(Language language, String why, java.util.List<String> values) {
        var key =
                why.startsWith(STANDING)
                        ? "ledger.reason." + why.substring(STANDING.length())
                        : "scoring.fact." + why;
        return messages.say(language, key, values.toArray());
    }

    EvaluationsView.Item item(Evaluation evaluation, Names.Of of) {
        return new EvaluationsView.Item(
                "/scores/" + evaluation.id(),
                span(of.language(), evaluation.span()),
                evaluation.state().word(),
                of.body(evaluation.body()),
                Moments.of(evaluation.at()),
                evaluation.rule(),
                evaluation.run(),
                evaluation.simulated());
    }

    RankingView.Row row(Evaluation evaluation, Score score, Names.Of of, String ownParty) {
        return new RankingView.Row(
                score.rank(),
                card(evaluation, score.kind(), score.subject()),
                subject(of, score),
                score.party().isEmpty() ? "" : of.party(score.party()),
                score.led(),
                score.cooperated(),
                plain(score.score()),
                !ownParty.isEmpty() && ownParty.equals(score.party()));
    }

    static String card(Evaluation evaluation, Score.Kind kind, String subject) {
        return "/scores/" + evaluation.id() + "/" + kind.word() + "?of=" + encoded(subject);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String word(Occasion occasion) {
        return occasion.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// With its sign, as points are read.
    static String signed(BigDecimal number) {
        return number.signum() > 0 ? "+" + plain(number) : plain(number);
    }
}
