package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.grammar.Indicators.Figure;
import org.tongquan.ledger.reading.text.Words;

/// Names of figures, and the words 均 and 分别, which spread one number over several names or
/// several numbers over several names in order.
public final class Distribution {
    private static final Pattern TAIL =
            Pattern.compile(
                    "(?:不少于|不低于|不小于|不超过|不得低于|不得超过|不高于|至少|达到|达|超过|突破|大于|高于|低于|提高到|提高至|"
                            + "提升到|提升至|增加到|增至|减至|减少到|降至|降低到|下降到|降到|"
                            + "压缩至|压缩到|压减至|压减到|缩短至|缩短到|控制在|保持在|稳定在|稳定|增长|提高|提升|增加|下降|"
                            + "降低|减少|约|大约|近|为|力争|总体|累计|均|都|分别|至|到|比20\\d\\d年|"
                            + "较20\\d\\d年|最多|最高|每年|每月|每人|每户|年均|逐年|最长|放宽|原则上|进一步)+$");
    private static final Pattern BASE = Pattern.compile("(?:由|从)[0-9][^，。；]{0,12}$");
    private static final Pattern HEAD =
            Pattern.compile(
                    "^(?:[、，；和及]|各(?![市区县地])|(?:到|至|于|在)?20\\d\\d年(?:底|"
                            + "末)?(?:\\d{1,2}月(?:底)?)?前?|力争|确保|争取|努力|其中|使|要|将|到|实现|至(?!少)|的|"
                            + "原则上|探索在|"
                            + "加强|但|每年|[一二三四五六七八九]是|“十[一-九]五”(?:期间|末))+");
    private static final Pattern NOUN =
            Pattern.compile("^(?:以上|以内|左右|以下)?+的?+((?:[^，。；、（和及0-9“]|“[^”]{1,12}”|(?<=化)、){1,24})");

    private Distribution() {}

    /// @param before the clause up to the number
    /// @param after the sentence behind the measure word
    public static String name(String before, String after, String unit) {
        String front = tidy(before);
        boolean rate = unit.equals("%") || unit.equals("个百分点") || unit.equals("倍");
        var noun = NOUN.matcher(after);
        boolean found = noun.find();
        boolean counted = found && (!rate || front.isEmpty() && after.startsWith("的"));
        if (counted && (front.length() <= 4 || Words.TASK.matcher(front).find())) {
            return noun.group(1).strip();
        }
        return front.isEmpty() && counted ? noun.group(1).strip() : front;
    }

    public static String tidy(String before) {
        String name = TAIL.matcher(before).replaceFirst("");
        name = BASE.matcher(name).replaceFirst("");
        return HEAD.matcher(name).replaceFirst("").strip();
    }

    /// One entry per number; 均 repeats it for every name, 分别 pairs names and numbers in order.
    public static List<Figure> of(String sentence, List<Figure> figures) {
        var result = new ArrayList<Figure>();
        var sorted = chained(sentence, figures);
        for (var figure : sorted) {
            int clause = Indicators.clauseStart(sentence, figure.start());
            String before = sentence.substring(clause, figure.start());
            int each = before.lastIndexOf('均');
            int apart = before.indexOf("分别");
            if (each > 0
                    && !before.startsWith("平均", each - 1)
                    && !before.startsWith("均衡", each)
                    && !before.startsWith("人均", each - 1)
                    && !before.startsWith("年均", each - 1)) {
                for (var name : parts(before.substring(0, each))) {
                    result.add(named(figure, name, "figure-each"));
                }
            } else if (apart > 0) {
                var names = parts(before.substring(0, apart));
                int order = order(sorted, figure, clause + apart);
                boolean paired =
                        order < names.size()
                                && names.size() == count(sorted, sentence, clause + apart);
                result.add(paired ? named(figure, names.get(order), "figure-apart") : figure);
            } else {
                result.add(figure);
            }
        }
        return result;
    }

    /// A bare number right behind another one (`65%和55%`) is meant like it; a number without a
    /// name takes the name before it.
    private static List<Figure> chained(String sentence, List<Figure> figures) {
        var sorted = new ArrayList<>(figures);
        sorted.sort(Comparator.comparingInt(Figure::start));
        for (int k = 1; k < sorted.size(); k++) {
            var before = sorted.get(k - 1);
            var own = sorted.get(k);
            String between =
                    before.end() <= own.start()
                            ? sentence.substring(before.end(), own.start())
                            : "";
            boolean chain = between.matches("[、和与及]") && before.unit().equals(own.unit());
            String operator =
                    chain && own.operator().equals("=") ? before.operator() : own.operator();
            boolean nameless = own.name().isEmpty() || chain;
            String name = nameless ? before.name() : own.name();
            sorted.set(
                    k,
                    new Figure(
                            own.start(),
                            own.end(),
                            name,
                            operator,
                            own.value(),
                            own.unit(),
                            own.rule()));
        }
        return sorted;
    }

    private static Figure named(Figure f, String name, String rule) {
        return new Figure(f.start(), f.end(), name, f.operator(), f.value(), f.unit(), rule);
    }

    private static List<String> parts(String list) {
        var names = new ArrayList<String>();
        for (var part : tidy(list).split("、|和|及(?!以上|其)|与")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return names.isEmpty() ? List.of(list) : names;
    }

    private static int order(List<Figure> figures, Figure figure, int from) {
        int order = 0;
        for (var other : figures) {
            if (other.start() >= from && other.start() < figure.start()) {
                order++;
            }
        }
        return order;
    }

    private static int count(List<Figure> figures, String sentence, int from) {
        int end = sentence.indexOf('，', from);
        int limit = end < 0 ? sentence.length() : end;
        return (int) figures.stream().filter(f -> f.start() >= from && f.start() < limit).count();
    }
}
