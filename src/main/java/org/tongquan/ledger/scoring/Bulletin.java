package org.tongquan.ledger.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.ledger.template.Filling;
import org.tongquan.ledger.template.Wording;

/// Composes the bulletin (考核通报) of an evaluation. Pure: no clock, no SQL.
final class Bulletin {
    private static final int MOST_UNITS = 200;
    private static final double WIDE = 6;
    private static final double NARROW = 2;

    private final Resolved compact;
    private final Scoring.Result result;
    private final Inputs inputs;
    private final Say say;

    /// A sentence by its key, in Chinese.
    @FunctionalInterface
    interface Say {
        String say(String key, Object... values);
    }

    Bulletin(Resolved compact, Scoring.Result result, Inputs inputs, Say say) {
        this.compact = compact;
        this.result = result;
        this.inputs = inputs;
        this.say = say;
    }

    OfficialDocument compose(Wording wording) {
        var evaluation = result.evaluation();
        var filling = filling();
        return new OfficialDocument(
                List.of(),
                body(evaluation.body()),
                "",
                "",
                title(wording.title(filling)),
                "",
                wording.body(filling),
                body(evaluation.body()),
                LocalDate.ofInstant(evaluation.at(), org.tongquan.ledger.Ledger.ZONE),
                "",
                List.of(),
                OfficialDocument.Imprint.NONE,
                notice(evaluation));
    }

    private String notice(Evaluation evaluation) {
        var notices = new ArrayList<String>();
        if (evaluation.simulated()) {
            notices.add(say.say("scoring.bulletin.simulated"));
        }
        if (evaluation.state() != Evaluation.State.FINAL) {
            notices.add(say.say("scoring.bulletin." + evaluation.state().word()));
        }
        return String.join("；", notices);
    }

    private String spanName(Span span) {
        var year = span.name().substring(0, 4);
        var half = span.name().length() == 4 ? "year" : span.name().substring(5);
        return say.say("scoring.span." + half, year);
    }

    private String title(String worded) {
        return worded.isBlank()
                ? say.say("scoring.bulletin.title", region(), spanName(result.evaluation().span()))
                : worded;
    }

    private Filling filling() {
        var parties = result.of(Score.Kind.PARTY);
        var units = result.of(Score.Kind.UNIT);
        var span = result.evaluation().span();
        var rule = inputs.rule();
        return new Filling()
                .word("区域", region())
                .word("考核期", spanName(span))
                .word("起始日", date(span.from()))
                .word("截止日", date(span.to()))
                .word("成员方数", parties.size())
                .word("单位数", units.size())
                .word("事实数", inputs.facts().size())
                .word("更正数", inputs.corrections().size())
                .word("规则", rule.id())
                .word("基础分", plain(rule.base()))
                .word("最高分", plain(rule.cap()))
                .word("最低分", plain(rule.floor()))
                .word("加减分项", String.join("；", rule.points().stream().map(this::points).toList()))
                .word("异议期", rule.objectWithin())
                .insert("图：成员方得分", () -> List.of(chart(parties)))
                .insert(
                        "表：成员方排名",
                        () ->
                                List.of(
                                        table(
                                                say.say("scoring.bulletin.parties.table"),
                                                "scoring.party",
                                                parties)))
                .insert("表：单位排名", () -> ranking(units));
    }

    private List<Block> ranking(List<Score> units) {
        var blocks = new ArrayList<Block>();
        var shown = units.subList(0, Math.min(MOST_UNITS, units.size()));
        blocks.add(table(say.say("scoring.bulletin.units.table"), "scoring.unit", shown));
        if (shown.size() < units.size()) {
            blocks.add(
                    new Block.Paragraph(
                            say.say("scoring.bulletin.rest", units.size() - shown.size())));
        }
        return blocks;
    }

    private Block chart(List<Score> parties) {
        var shown = parties.subList(0, Math.min(Block.Chart.MOST_CATEGORIES, parties.size()));
        return new Block.Chart(
                Block.Kind.BAR,
                say.say("scoring.bulletin.chart"),
                say.say("scoring.points-unit"),
                shown.stream().map(s -> name(s)).toList(),
                List.of(
                        new Block.Series(
                                say.say("scoring.score"),
                                shown.stream().map(s -> s.score().doubleValue()).toList())));
    }

    private Block table(String caption, String first, List<Score> scores) {
        return new Block.Table(
                caption,
                List.of(
                        new Block.Column(say.say("scoring.rank"), NARROW, Block.Align.CENTRE),
                        new Block.Column(say.say(first), WIDE, Block.Align.LEFT),
                        new Block.Column(say.say("scoring.led"), NARROW, Block.Align.RIGHT),
                        new Block.Column(say.say("scoring.cooperated"), NARROW, Block.Align.RIGHT),
                        new Block.Column(say.say("scoring.score"), NARROW, Block.Align.RIGHT)),
                scores.stream().map(this::row).toList());
    }

    private List<String> row(Score score) {
        return List.of(
                Integer.toString(score.rank()),
                name(score),
                Integer.toString(score.led()),
                Integer.toString(score.cooperated()),
                plain(score.score()));
    }

    private String points(ScoreRule.Points points) {
        return say.say(
                "scoring.bulletin.points",
                say.say("scoring.occasion." + word(points.occasion())),
                points.fromDays() > 0
                        ? say.say("scoring.bulletin.from-days", points.fromDays())
                        : "",
                plain(points.lead()),
                plain(points.cooperating()));
    }

    private static String word(ScoreRule.Occasion occasion) {
        return occasion.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private String region() {
        return compact.compact().compact().name().zh();
    }

    private String name(Score score) {
        var day = result.evaluation().span().to();
        if (score.subject().contains("/")) {
            return compact.findResponsibleUnit(score.subject(), day)
                    .map(u -> u.name())
                    .orElse(score.subject());
        }
        var party = compact.findParty(score.subject()).map(p -> p.name().zh());
        return score.kind() == Score.Kind.PARTY
                ? party.orElse(score.subject())
                : say.say("scoring.no-lead", party.orElse(score.subject()));
    }

    private String body(String id) {
        var local = id.substring(id.indexOf(':') + 1);
        return compact.bodies().stream()
                .filter(b -> b.id().equals(local))
                .map(b -> b.name().zh())
                .findFirst()
                .orElse(region());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
