package org.tongquan.ledger.planning.sheet;

import java.util.Arrays;
import java.util.List;
import org.tongquan.ledger.sheet.Heading;

/// The columns of the sheet, in their order. The heading names them in both languages.
enum Column {
    ID("编号 ID", 12),
    REVISION("版本 Revision", 9),
    PARENT("所服务的任务 Commitment", 22),
    TEXT("事项 Item", 46),
    TEXT_EN("英文 English", 30),
    CATEGORY("类别 Category", 14),
    START("开始 Start", 12),
    DEADLINE("完成时限 Deadline", 12),
    PARTIES("责任成员 Members", 30),
    LEAD("牵头单位 Lead", 30),
    SHARES("配合单位：分工 Cooperating: work", 36),
    RESPONSIBLE("责任人 Responsible", 14),
    WEIGHT("权重 Weight", 8),
    MILESTONES("节点 Milestones", 30),
    DEPENDS("前置事项 Depends on", 16);

    private final Heading heading;

    Column(String heading, int width) {
        this.heading = new Heading(heading, width);
    }

    static List<Heading> headings() {
        return Arrays.stream(values()).map(c -> c.heading).toList();
    }
}
