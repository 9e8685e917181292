package org.tongquan.ledger.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.ledger.Figures;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.template.Filling;
import org.tongquan.ledger.template.Wording;

/// Composes the progress report of a region from its standings on one day. Pure: no clock, no SQL.
final class Composition {
    private static final int MOST_LISTED = 60;
    private static final double WIDE = 6;
    private static final double NARROW = 1.4;

    private final Cover cover;
    private final Figures figures;
    private final List<Ledger.AsOf> standings;
    private final Function<String, String> partyName;
    private final Function<Ledger.AsOf, String> reason;

    /// What stands on the first page beside the figures.
    ///
    /// @param issuer body that issues, as in the red heading
    /// @param simulated whether the facts were made up for a demonstration
    record Cover(
            String region,
            String issuer,
            String number,
            String title,
            String recipients,
            LocalDate day,
            boolean simulated) {}

    /// @param partyName name of a party by its id
    /// @param reason the sentence behind a light
    Composition(
            Cover cover,
            List<Ledger.AsOf> standings,
            Function<String, String> partyName,
            Function<Ledger.AsOf, String> reason) {
        this.cover = cover;
        this.figures = Figures.of(cover.day(), standings);
        this.standings = standings;
        this.partyName = partyName;
        this.reason = reason;
    }

    OfficialDocument compose(Wording wording) {
        return new OfficialDocument(
                List.of(),
                cover.issuer(),
                cover.number(),
                "",
                cover.title(),
                cover.recipients(),
                wording.body(filling()),
                cover.issuer(),
                cover.day(),
                "",
                List.of(),
                OfficialDocument.Imprint.NONE,
                cover.simulated() ? "演示数据：本报告的进展由程序模拟生成" : "");
    }

    private Filling filling() {
        var rules = standings.stream().map(s -> s.standing().rule()).distinct().sorted().toList();
        return new Filling()
                .word("截止日", date(cover.day()))
                .word("区域", cover.region())
                .word("任务数", figures.commitments())
                .word("分解数", figures.obligations())
                .word("完成数", figures.finished())
                .word("平均进度", figures.meanPercent() + "%")
                .word("绿灯数", figures.count(Light.GREEN))
                .word("绿灯占比", share(Light.GREEN))
                .word("黄灯数", figures.count(Light.YELLOW))
                .word("黄灯占比", share(Light.YELLOW))
                .word("红灯数", figures.count(Light.RED))
                .word("红灯占比", share(Light.RED))
                .word("未亮灯数", figures.count(Light.NONE))
                .word("曾逾期数", figures.wasLate())
                .word("规则", String.join("、", rules))
                .insert("图：各成员方灯色", () -> List.of(chart()))
                .insert(
                        "表：各成员方灯色",
                        () -> List.of(table("各成员方任务灯色", "成员方", figures.byParty(), partyName)))
                .insert(
                        "表：各章灯色",
                        () ->
                                List.of(
                                        table(
                                                "各章任务灯色",
                                                "章节",
                                                figures.byChapter(),
                                                Function.identity())))
                .insert("清单：红灯事项", () -> attention(Light.RED))
                .insert("清单：黄灯事项", () -> attention(Light.YELLOW));
    }

    /// Per cent with one digit, rounded half up, of all obligations.
    private String share(Light light) {
        int whole = Math.max(1, figures.obligations());
        long tenths = Math.round(figures.count(light) * 1000.0 / whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    private Block chart() {
        var parties = parties();
        return new Block.Chart(
                Block.Chart.Kind.STACKED,
                "各成员方任务灯色分布",
                "项",
                parties.stream().map(partyName).toList(),
                List.of(
                        series("红灯", Light.RED, Block.Tone.RED, parties),
                        series("黄灯", Light.YELLOW, Block.Tone.YELLOW, parties),
                        series("绿灯", Light.GREEN, Block.Tone.GREEN, parties),
                        series("未亮灯", Light.NONE, Block.Tone.GREY, parties)));
    }

    private Block.Series series(String name, Light light, Block.Tone tone, List<String> parties) {
        return new Block.Series(
                name,
                parties.stream()
                        .map(
                                p ->
                                        (double)
                                                figures.byParty()
                                                        .getOrDefault(p, Map.of())
                                                        .getOrDefault(light, 0))
                        .toList(),
                tone);
    }

    private List<String> parties() {
        return figures.byParty().keySet().stream().sorted().toList();
    }

    private static Block table(
            String caption,
            String first,
            Map<String, Map<Light, Integer>> counts,
            Function<String, String> name) {
        var rows =
                counts.entrySet().stream()
                        .map(
                                e ->
                                        List.of(
                                                name.apply(e.getKey()),
                                                count(e.getValue(), Light.RED),
                                                count(e.getValue(), Light.YELLOW),
                                                count(e.getValue(), Light.GREEN),
                                                count(e.getValue(), Light.NONE)))
                        .toList();
        return new Block.Table(
                caption,
                List.of(
                        new Block.Column(first, WIDE, Block.Align.LEFT),
                        new Block.Column("红灯", NARROW, Block.Align.RIGHT),
                        new Block.Column("黄灯", NARROW, Block.Align.RIGHT),
                        new Block.Column("绿灯", NARROW, Block.Align.RIGHT),
                        new Block.Column("未亮灯", NARROW, Block.Align.RIGHT)),
                rows);
    }

    private static String count(Map<Light, Integer> counts, Light light) {
        return Integer.toString(counts.getOrDefault(light, 0));
    }

    private List<Block> attention(Light light) {
        var body = new ArrayList<Block>();
        var urgent =
                standings.stream()
                        .filter(s -> s.standing().light() == light)
                        .sorted(
                                Comparator.comparing(
                                                (Ledger.AsOf s) -> s.standing().due(),
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(s -> s.commitment().ordinal())
                                        .thenComparing(Ledger.AsOf::party))
                        .toList();
        if (urgent.isEmpty()) {
            body.add(new Block.Paragraph("无。"));
            return body;
        }
        int n = 1;
        for (var one : urgent.subList(0, Math.min(MOST_LISTED, urgent.size()))) {
            body.add(
                    new Block.Paragraph(
                            "%d．%s：%s（%s）%s"
                                    .formatted(
                                            n++,
                                            partyName.apply(one.party()),
                                            one.commitment().textZh(),
                                            place(one),
                                            reason.apply(one))));
        }
        if (urgent.size() > MOST_LISTED) {
            body.add(new Block.Paragraph("其余%d项见台账。".formatted(urgent.size() - MOST_LISTED)));
        }
        return body;
    }

    private static String place(Ledger.AsOf one) {
        var commitment = one.commitment();
        var place = commitment.chapterNumber() + commitment.articleNumber();
        return place.isEmpty() ? commitment.articleTitle() : place;
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
