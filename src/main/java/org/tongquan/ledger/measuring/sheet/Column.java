package org.tongquan.ledger.measuring.sheet;

import java.util.Arrays;
import java.util.List;
import org.tongquan.ledger.sheet.Heading;

/// The columns of the sheet, in their order. The heading names them in both languages.
enum Column {
    INDICATOR("指标编号 Indicator ID", 18),
    NAME("指标名称 Name", 34),
    UNIT("单位 Unit", 9),
    PARTY("成员 Member", 12),
    KIND("类型 Kind", 10),
    ON("截止日 Last day", 12),
    VALUE("数值 Value", 14),
    SOURCE("来源 Source", 36),
    REVISION("版本 Revision", 9),
    REASON("修订理由 Reason", 36),
    BODY("填报单位 Entered by", 24),
    AT("填报日 Entered on", 12);

    private final Heading heading;

    Column(String heading, int width) {
        this.heading = new Heading(heading, width);
    }

    static List<Heading> headings() {
        return Arrays.stream(values()).map(c -> c.heading).toList();
    }
}
