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

    OfficialDocument compose() {
        return new OfficialDocument(
                List.of(),
                cover.issuer(),
                cover.number(),
                "",
                cover.title(),
                cover.recipients(),
                body(),
                cover.issuer(),
                cover.day(),
                "",
                List.of(),
                OfficialDocument.Imprint.NONE,
                cover.simulated() ? "演示数据：本报告的进展由程序模拟生成" : "");
    }

    private List<Block> body() {
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(summary()));
        body.add(new Block.Heading(1, "一、总体进展"));
        body.add(new Block.Paragraph(lights()));
        body.add(chart());
        body.add(new Block.Heading(1, "二、各成员方进展"));
        body.add(table("各成员方任务灯色", "成员方", figures.byParty(), partyName));
        body.add(new Block.Heading(1, "三、各章任务进展"));
        body.add(table("各章任务灯色", "章节", figures.byChapter(), Function.identity()));
        body.add(new Block.Heading(1, "四、需要关注的事项"));
        attention(Light.RED, "（一）红灯事项", body);
        attention(Light.YELLOW, "（二）黄灯事项", body);
        body.add(new Block.Heading(1, "五、说明"));
        body.add(new Block.Paragraph(method()));
        return body;
    }

    private String summary() {
        return "截至%s，%s规约在册任务%d项，分解到各成员方共%d项；已完成%d项，平均进度%d%%。现将进展情况报告如下。"
                .formatted(
                        date(cover.day()),
                        cover.region(),
                        figures.commitments(),
                        figures.obligations(),
                        figures.finished(),
                        figures.meanPercent());
    }

    private String lights() {
        return ("绿灯%d项，占%s；黄灯%d项，占%s；红灯%d项，占%s；文件未定期限且尚无报送、暂不亮灯的%d项。" + "曾经逾期、标记保留的%d项。")
                .formatted(
                        figures.count(Light.GREEN),
                        share(Light.GREEN),
                        figures.count(Light.YELLOW),
                        share(Light.YELLOW),
                        figures.count(Light.RED),
                        share(Light.RED),
                        figures.count(Light.NONE),
                        figures.wasLate());
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

    private void attention(Light light, String heading, List<Block> body) {
        body.add(new Block.Heading(2, heading));
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
            return;
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
    }

    private static String place(Ledger.AsOf one) {
        var commitment = one.commitment();
        var place = commitment.chapterNumber() + commitment.articleNumber();
        return place.isEmpty() ? commitment.articleTitle() : place;
    }

    private String method() {
        var rules = standings.stream().map(s -> s.standing().rule()).distinct().sorted().toList();
        return "本报告全部数字由台账按%s当日终了时的记录计算，灯色依据规约所载规则%s判定；任务依据见规约所列文件与条款。"
                .formatted(date(cover.day()), String.join("、", rules));
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
