package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.Indicator;

/// Targets without a number of their own: growth above that of another figure.
public final class RelativeTargets {
    private static final Pattern RELATIVE =
            Pattern.compile(
                    "([^，。；]{2,24}?)(高于|快于|低于|慢于|不低于|不高于)((?:GDP|国内生产总值|经济|全国|全省|全市|"
                            + "城镇|城市|同期|当地|财政)[^，。；0-9]{0,24}?(?:增幅|增速|增长|平均水平|平均|水平))");

    private RelativeTargets() {}

    public static List<Indicator.Relative> in(String sentence) {
        var result = new ArrayList<Indicator.Relative>();
        Matcher m = RELATIVE.matcher(sentence);
        while (m.find()) {
            boolean more =
                    m.group(2).equals("高于") || m.group(2).equals("快于") || m.group(2).equals("不低于");
            result.add(
                    new Indicator.Relative(
                            Distribution.tidy(m.group(1)),
                            more ? ">=" : "<=",
                            m.group(3),
                            m.start(),
                            m.end()));
        }
        return result;
    }
}
