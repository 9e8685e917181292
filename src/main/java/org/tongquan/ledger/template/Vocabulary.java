package org.tongquan.ledger.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The placeholders that a kind of document has: words inside a line, inserts on lines of their
/// own.
public final class Vocabulary {
    /// @param english what it is, for readers of English
    /// @param example as it may come out
    /// @param needed whether a document makes no sense without it
    public record Entry(String name, String english, String example, boolean needed) {
        Entry(String name, String english, String example) {
            this(name, english, example, false);
        }
    }

    private static final List<Entry> REPORT_WORDS =
            List.of(
                    new Entry("截止日", "day of the report", "2026年6月30日"),
                    new Entry("区域", "name of the region", "甲乙丙合作圈"),
                    new Entry("任务数", "commitments", "109"),
                    new Entry("分解数", "obligations of all members", "326"),
                    new Entry("完成数", "finished", "48"),
                    new Entry("平均进度", "mean progress", "57%"),
                    new Entry("绿灯数", "green", "86"),
                    new Entry("绿灯占比", "share of green", "26.4%"),
                    new Entry("黄灯数", "yellow", "17"),
                    new Entry("黄灯占比", "share of yellow", "5.2%"),
                    new Entry("红灯数", "red", "6"),
                    new Entry("红灯占比", "share of red", "1.8%"),
                    new Entry("未亮灯数", "without a light", "217"),
                    new Entry("曾逾期数", "once late, mark kept", "3"),
                    new Entry("规则", "rule set of the lights", "lights-2020"));
    private static final List<Entry> REPORT_INSERTS =
            List.of(
                    new Entry("图：各成员方灯色", "chart: lights by member", ""),
                    new Entry("表：各成员方灯色", "table: lights by member", ""),
                    new Entry("表：各章灯色", "table: lights by chapter", ""),
                    new Entry("清单：红灯事项", "list: red items", ""),
                    new Entry("清单：黄灯事项", "list: yellow items", ""));

    private static final Map<TemplateKind, List<Entry>> WORDS =
            Map.of(
                    TemplateKind.HALF_YEAR,
                    REPORT_WORDS,
                    TemplateKind.ANNUAL,
                    REPORT_WORDS,
                    TemplateKind.BULLETIN,
                    List.of(
                            new Entry("区域", "name of the region", "甲乙丙合作圈"),
                            new Entry("考核期", "span evaluated", "2026年上半年"),
                            new Entry("起始日", "first day", "2026年1月1日"),
                            new Entry("截止日", "last day", "2026年6月30日"),
                            new Entry("成员方数", "members", "3"),
                            new Entry("单位数", "units", "42"),
                            new Entry("事实数", "facts counted", "118"),
                            new Entry("更正数", "corrected after objection", "2"),
                            new Entry("规则", "rule set of the scores", "score-2026"),
                            new Entry("基础分", "base", "100"),
                            new Entry("最高分", "cap", "120"),
                            new Entry("最低分", "floor", "0"),
                            new Entry("加减分项", "what gives or takes points", "逾期：牵头-2分、配合-1分"),
                            new Entry("异议期", "workdays to object", "5")),
                    TemplateKind.NOTICE,
                    List.of(
                            new Entry("通知标题", "usual title", "关于“跨界道路”的督办通知"),
                            new Entry("成员方", "member", "甲市"),
                            new Entry("事项", "item", "打通跨界道路"),
                            new Entry("事由", "why it is chased", "已于2026年6月30日到期，至今未办结"),
                            new Entry("责任单位", "responsible units", "甲市交通运输局"),
                            new Entry("督办要求", "what is demanded", "请于本月底前完成路基工程。", true),
                            new Entry("签收期限", "workdays to sign", "2"),
                            new Entry("签收截止日", "last day to sign", "（即2026年7月3日前）"),
                            new Entry("反馈期限", "workdays to answer", "10")),
                    TemplateKind.MINUTES,
                    List.of(
                            new Entry("会议名称", "title of the meeting", "第三次联席会议"),
                            new Entry("会议日期", "day", "2026年7月8日"),
                            new Entry("上下午", "morning or afternoon", "上午"),
                            new Entry("召开机构", "body that met", "甲乙丙合作圈联席会议"),
                            new Entry("地点和主持", "place and chair", "在第一会议室由某某某主持"),
                            new Entry("编号", "number", "〔2026〕3号")));

    private static final Map<TemplateKind, List<Entry>> INSERTS =
            Map.of(
                    TemplateKind.HALF_YEAR,
                    REPORT_INSERTS,
                    TemplateKind.ANNUAL,
                    REPORT_INSERTS,
                    TemplateKind.BULLETIN,
                    List.of(
                            new Entry("图：成员方得分", "chart: scores of the members", ""),
                            new Entry("表：成员方排名", "table: ranking of the members", "", true),
                            new Entry("表：单位排名", "table: ranking of the units", "")),
                    TemplateKind.NOTICE,
                    List.of(new Entry("表：督办事项", "table: the item", "")),
                    TemplateKind.MINUTES,
                    List.of(
                            new Entry("正文：各议题", "what was said and decided", "", true),
                            new Entry("表：议定事项清单", "table: decisions", ""),
                            new Entry("清单：出席情况", "who was there", "")));

    private Vocabulary() {}

    public static List<Entry> words(TemplateKind kind) {
        return WORDS.getOrDefault(kind, List.of());
    }

    public static List<Entry> inserts(TemplateKind kind) {
        return INSERTS.getOrDefault(kind, List.of());
    }

    /// The name that shares most characters with what was written, if at least half of them.
    static Optional<String> nearest(List<Entry> entries, String written) {
        return entries.stream()
                .map(Entry::name)
                .filter(n -> 2 * shared(n, written) >= Math.max(n.length(), written.length()))
                .max(java.util.Comparator.comparingLong(n -> shared(n, written)));
    }

    private static long shared(String a, String b) {
        return a.codePoints().distinct().filter(c -> b.indexOf(c) >= 0).count();
    }
}
