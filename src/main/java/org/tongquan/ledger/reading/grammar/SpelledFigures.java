package org.tongquan.ledger.reading.grammar;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.grammar.Indicators.Figure;
import org.tongquan.ledger.reading.text.Numerals;

/// Figures that are written in words: 两次, 三家, 一半, 六成, 翻一番.
final class SpelledFigures {
    private static final Pattern CHINESE =
            Pattern.compile(
                    "((?:至少|不少于|不低于|不超过|超过|最多不超过)[^，。；0-9]{0,6}?|(?:建设|建成|设置|设立|打造|"
                            + "培育|创建|新建|新增|布局)(?:[^，。；、0-9]{0,4}?)|"
                            + "每(?:年|半年|学期|学年|季度|月|周)[^，。；0-9]{0,12}?)"
                            + "([一二两三四五六七八九十]{1,3})(所|座|家|处|名|个|项|条|批|次|场|届|轮)"
                            + "(?!性|体|共|月|以上的)");
    private static final Pattern HALF = Pattern.compile("(超过|达到|不少于|占)?([^，。；]{0,0})一半(以上|以内|左右)?");
    private static final Pattern TENTHS =
            Pattern.compile("(不超过|不低于|不少于|不得超过|达到|超过)?([一二三四五六七八九])成(以上|以内|左右)?(?![为本员果效品立熟])");
    private static final Pattern DOUBLE = Pattern.compile("翻(一番|两番|番)");

    private static final Pattern PARTS =
            Pattern.compile(
                    "(不超过|不低于|不少于|不得超过|达到|超过|占)?(百|[二三四五六七八九十])分之([一二三四五六七八九十百]{1,4})"
                            + "(以上|以内|以下|左右)?");

    private SpelledFigures() {}

    static void counted(String sentence, boolean[] quoted, List<Figure> figures) {
        Matcher m = CHINESE.matcher(sentence);
        while (m.find()) {
            String word = m.group(1);
            int number = Numerals.chinese(m.group(2));
            boolean most = word.contains("不超过") || word.contains("最多");
            boolean bound =
                    most
                            || word.contains("至少")
                            || word.contains("不少于")
                            || word.contains("不低于")
                            || word.contains("超过");
            String after = sentence.substring(m.end());
            boolean more = after.startsWith("以上") || after.startsWith("及以上");
            bound |= more;
            boolean one = number == 1 && !"所座家处名".contains(m.group(3)) && !bound;
            if (quoted[m.start(2)] || one || number < 1 || m.group(3).equals("批") && !bound) {
                continue;
            }
            int clause = Indicators.clauseStart(sentence, m.start(2));
            String before = sentence.substring(clause, m.start(2));
            String sign = !bound ? "=" : most ? "<=" : ">=";
            String name = Distribution.name(before, after, m.group(3));
            figures.add(
                    new Figure(
                            m.start(2),
                            m.end(),
                            name,
                            sign,
                            BigDecimal.valueOf(number),
                            m.group(3),
                            "figure-chinese"));
        }
    }

    static void shares(String sentence, List<Figure> figures) {
        Matcher m = HALF.matcher(sentence);
        while (m.find()) {
            int at = sentence.indexOf("一半", m.start());
            String before = sentence.substring(Indicators.clauseStart(sentence, at), at);
            boolean most = "以内".equals(m.group(3));
            boolean more =
                    "以上".equals(m.group(3))
                            || before.endsWith("超过")
                            || before.endsWith("不少于")
                            || before.endsWith("达到");
            String sign = most ? "<=" : more ? ">=" : "左右".equals(m.group(3)) ? "~" : "=";
            figures.add(
                    new Figure(
                            at,
                            m.end(),
                            Distribution.name(before, "", "%"),
                            sign,
                            BigDecimal.valueOf(50),
                            "%",
                            "figure-half"));
        }
        m = PARTS.matcher(sentence);
        while (m.find()) {
            parts(sentence, m, figures);
        }
        m = TENTHS.matcher(sentence);
        while (m.find()) {
            String before =
                    sentence.substring(Indicators.clauseStart(sentence, m.start()), m.start());
            String bound = m.group(1) == null ? "" : m.group(1);
            String after = m.group(3) == null ? "" : m.group(3);
            if (bound.isEmpty() && after.isEmpty()) {
                continue;
            }
            boolean most = bound.contains("不") && bound.contains("超过") || after.equals("以内");
            String sign = most ? "<=" : after.equals("左右") ? "~" : ">=";
            var value = BigDecimal.valueOf(10L * Numerals.chinese(m.group(2)));
            figures.add(
                    new Figure(
                            m.start(2),
                            m.end(),
                            Distribution.name(before, "", "%"),
                            sign,
                            value,
                            "%",
                            "figure-tenths"));
        }
        m = DOUBLE.matcher(sentence);
        while (m.find()) {
            String before =
                    sentence.substring(Indicators.clauseStart(sentence, m.start()), m.start());
            var value = BigDecimal.valueOf(m.group(1).startsWith("两") ? 4 : 2);
            figures.add(
                    new Figure(
                            m.start(),
                            m.end(),
                            Distribution.name(before, "", "倍"),
                            "=",
                            value,
                            "倍",
                            "figure-double"));
        }
    }

    /// `百分之二十`, `五分之一`: only what is a whole number of per cent, and a bound or a share.
    private static void parts(String sentence, Matcher m, List<Figure> figures) {
        String bound = m.group(1) == null ? "" : m.group(1);
        String after = m.group(4) == null ? "" : m.group(4);
        int whole = Numerals.chinese(m.group(2));
        int part = 100 * Numerals.chinese(m.group(3));
        if (bound.isEmpty() && after.isEmpty() || whole < 1 || part % whole != 0) {
            return;
        }
        boolean most = bound.contains("不") && bound.contains("超过") || after.endsWith("内");
        most |= after.equals("以下");
        boolean least = !most && (!bound.equals("占") && !bound.isEmpty() || after.equals("以上"));
        String before = sentence.substring(Indicators.clauseStart(sentence, m.start()), m.start());
        figures.add(
                new Figure(
                        m.start(2),
                        m.end(),
                        Distribution.name(before, "", "%"),
                        most ? "<=" : least ? ">=" : after.equals("左右") ? "~" : "=",
                        BigDecimal.valueOf(part / whole),
                        "%",
                        "figure-parts"));
    }
}
