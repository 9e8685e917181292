package org.tongquan.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongquan.document.Block.Align;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Column;
import org.tongquan.document.Block.Heading;
import org.tongquan.document.Block.Kind;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.Block.Series;
import org.tongquan.document.Block.Table;
import org.tongquan.document.Block.Tone;
import org.tongquan.document.OfficialDocument.Attachment;

/// A half-year report of an invented region, with every kind of block.
final class SampleDocument {
    static final LocalDate DAY = LocalDate.of(2026, 7, 5);

    private SampleDocument() {}

    static OfficialDocument report() {
        return OfficialDocument.titled("关于甲乙丙合作圈2026年上半年重点任务推进情况的报告", DAY)
                .issuerHeading("甲乙丙合作圈联席会议办公室文件")
                .number("甲圈办〔2026〕12号")
                .approver("某某某")
                .recipients("省推进区域协调发展领导小组办公室，各成员市人民政府")
                .body(body())
                .signatory("甲乙丙合作圈联席会议办公室")
                .note("此件公开发布")
                .attachments(
                        List.of(
                                new Attachment("重点任务完成情况表", List.of(tasks(40))),
                                new Attachment("亮灯规则说明", List.of(new Paragraph(LONG)))))
                .imprint(
                        "省发展改革委、省工业和信息化厅、省交通运输厅，各成员市发展改革委，联席会议各专项工作组组长单位",
                        "甲乙丙合作圈联席会议办公室",
                        LocalDate.of(2026, 7, 6))
                .notice("模拟数据　仅供演示")
                .done();
    }

    static final String LONG =
            "今年以来，各成员市按照年度清单和责任分工，逐项明确牵头单位、配合单位和完成时限，"
                    + "建立“月调度、季通报、半年报告”的工作机制。截至6月30日，纳入台账的109项重点任务中，"
                    + "绿灯86项、黄灯17项、红灯6项，完成率为78.9%，比第一季度提高12.5个百分点；"
                    + "全圈地区生产总值（GDP）同比增长5.8%，高于年度目标0.3个百分点。"
                    + "在数据共享方面，共接入Internet Data Center节点12个，发布API接口326个，"
                    + "日均调用量超过1,200,000次。";

    private static List<Block> body() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Paragraph("按照年度工作安排，现将2026年上半年重点任务推进情况报告如下。"));
        blocks.add(new Heading(1, "一、总体情况"));
        blocks.add(new Paragraph(LONG));
        blocks.add(new Heading(2, "（一）任务亮灯情况"));
        blocks.add(new Paragraph("三市亮灯情况见图1，红灯任务主要集中在跨界道路和数据共享两个领域。"));
        blocks.add(
                new Chart(
                        Kind.STACKED,
                        "图1　上半年各市任务亮灯情况",
                        "单位：项",
                        List.of("甲市", "乙市", "丙市", "丁市"),
                        List.of(
                                new Series("绿灯", List.of(31.0, 28.0, 27.0, 12.0), Tone.GREEN),
                                new Series("黄灯", List.of(5.0, 8.0, 4.0, 2.0), Tone.YELLOW),
                                new Series("红灯", List.of(1.0, 3.0, 2.0, 0.0), Tone.RED))));
        blocks.add(new Heading(2, "（二）各专项工作组进展"));
        blocks.add(new Heading(3, "1.基础设施组"));
        blocks.add(new Paragraph(LONG));
        blocks.add(new Heading(4, "（1）轨道交通"));
        blocks.add(new Paragraph(LONG));
        blocks.add(
                new Table(
                        "表1　专项工作组任务进度",
                        List.of(
                                new Column("序号", 1, Align.CENTRE),
                                new Column("专项工作组", 3, Align.LEFT),
                                new Column("任务数（项）", 2, Align.RIGHT),
                                new Column("完成率（%）", 2, Align.RIGHT),
                                new Column("备注", 4, Align.LEFT)),
                        List.of(
                                List.of("1", "基础设施组", "32", "81.3", "两项任务经批准延期至2026年底"),
                                List.of("2", "产业协同组", "28", "78.6", ""),
                                List.of("3", "公共服务组", "35", "80.0", "其中跨市通办事项186项"),
                                List.of("4", "生态环境组", "14", "71.4", ""))));
        blocks.add(new Heading(1, "二、存在问题和下一步安排"));
        blocks.add(new Paragraph(LONG));
        blocks.add(
                new Chart(
                        Kind.LINE,
                        "图2　完成率走势",
                        "单位：%",
                        List.of("1月", "2月", "3月", "4月", "5月", "6月"),
                        List.of(
                                new Series("完成率", List.of(12.0, 25.5, 66.4, 70.1, 74.0, 78.9)),
                                new Series("计划进度", List.of(15.0, 30.0, 60.0, 70.0, 78.0, 85.0)))));
        blocks.add(new Paragraph("特此报告。"));
        return blocks;
    }

    static Table tasks(int count) {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= count; i++) {
            rows.add(
                    List.of(
                            String.valueOf(i),
                            "推进第" + i + "号跨界道路建设，打通断头路并同步完善安全设施",
                            i % 2 == 0 ? "甲市交通运输局" : "乙市发展改革委",
                            "2026年12月",
                            i % 7 == 0 ? "红" : i % 3 == 0 ? "黄" : "绿"));
        }
        return new Table(
                "",
                List.of(
                        new Column("序号", 1, Align.CENTRE),
                        new Column("重点任务", 5, Align.LEFT),
                        new Column("牵头单位", 3, Align.LEFT),
                        new Column("完成时限", 2.2, Align.CENTRE),
                        new Column("亮灯", 1, Align.CENTRE)),
                rows);
    }
}
