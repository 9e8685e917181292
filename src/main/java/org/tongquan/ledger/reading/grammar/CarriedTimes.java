package org.tongquan.ledger.reading.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Deadline.Type;
import org.tongquan.ledger.reading.grammar.Deadlines.Time;
import org.tongquan.ledger.reading.text.Numerals;

/// Times without a year of their own: 年底前, 6月底前, 今年上半年.
final class CarriedTimes {
    private static final Pattern YEAR_END =
            Pattern.compile("(?<![0-9年一二三四五六七八九十〇每两半])(今年|本年|当年|明年|次年)?(年底|年末|底)(之前|以前|前)");
    private static final Pattern THIS_YEAR =
            Pattern.compile("(今年|明年)(上半年|下半年|年底|年内|内|第?[一二三四]季度)?(之前|以前|前)?");
    private static final Pattern WITHIN_YEAR =
            Pattern.compile(
                    "(?<=^|[，；：、]|(?<![0-9一二三四五六七八九十两数几近当本该每同翌年])(?=年内))"
                            + "(年内|上半年|下半年|年底|年末)(?=[^前之以度的])");
    private static final Pattern MONTH =
            Pattern.compile(
                    "(?:(今年|本年|当年|明年|次年)|(?<![0-9年每]))(\\d{1,2}|十[一二]?|[一二三四五六七八九])月"
                            + "(?:(\\d{1,2})日|(底|末))?(之前|以前|前)");

    private static final Pattern QUARTER =
            Pattern.compile("(?<=^|[，；：、])第?([一二三四])季度(?:(末|底)?(之前|以前|前)|末|底|内|(?=[^末底前、至到]))");
    private static final Pattern MORE_MONTHS =
            Pattern.compile("(?<=\\d月)[、和](\\d{1,2})月(?:份)?(?![0-9底末前、至到—旬])");

    private CarriedTimes() {}

    /// Bare 年底前 takes the year of issue, bare 12月底前 the year of the date before it.
    static void add(String sentence, int issueYear, boolean[] taken, List<Time> times) {
        Matcher m = YEAR_END.matcher(sentence);
        while (m.find()) {
            boolean month = "底".equals(m.group(2)) && m.group(1) == null;
            if (issueYear > 0 && !month && Deadlines.take(taken, m.start(), m.end())) {
                int year = issueYear + shift(m.group(1));
                times.add(
                        new Time(
                                m.start(),
                                m.end(),
                                Type.BY,
                                Deadlines.date(year, 12, null),
                                "time-year-end"));
            }
        }
        m = MONTH.matcher(sentence);
        while (m.find()) {
            int named = issueYear > 0 ? issueYear + shift(m.group(1)) : 0;
            int year = m.group(1) == null ? yearBefore(times, m.start(), issueYear) : named;
            if (year > 0 && Deadlines.take(taken, m.start(), m.end())) {
                String value = Deadlines.date(year, Numerals.number(m.group(2)), m.group(3));
                times.add(new Time(m.start(), m.end(), Type.BY, value, "time-month-carried"));
            }
        }
        m = WITHIN_YEAR.matcher(sentence);
        while (m.find()) {
            if (issueYear > 0 && Deadlines.take(taken, m.start(), m.end())) {
                int month = m.group(1).equals("上半年") ? 6 : 12;
                String value = Deadlines.date(issueYear, month, null);
                times.add(new Time(m.start(), m.end(), Type.IN, value, "time-this-year"));
            }
        }
        m = MORE_MONTHS.matcher(sentence);
        while (m.find()) {
            int year = yearBefore(times, m.start(), issueYear);
            if (year > 0 && Deadlines.take(taken, m.start(1), m.end())) {
                String value = Deadlines.date(year, Numerals.number(m.group(1)), null);
                times.add(new Time(m.start(1), m.end(), Type.IN, value, "time-month-carried"));
            }
        }
        m = QUARTER.matcher(sentence);
        while (m.find()) {
            if (issueYear > 0 && Deadlines.take(taken, m.start(), m.end())) {
                int month = 3 * Numerals.number(m.group(1));
                boolean by = m.group().endsWith("前") || m.group().matches(".*[末底]");
                String value = Deadlines.date(issueYear, month, null);
                var type = by ? Type.BY : Type.IN;
                times.add(new Time(m.start(), m.end(), type, value, "time-this-year"));
            }
        }
        m = THIS_YEAR.matcher(sentence);
        while (m.find()) {
            if (issueYear == 0
                    || m.group(2) == null
                    || !Deadlines.take(taken, m.start(), m.end())) {
                continue;
            }
            String part = m.group(2);
            int month = part.endsWith("半年") || part.endsWith("季度") ? Deadlines.partEnd(part) : 12;
            var type = m.group(3) != null || part.equals("年底") ? Type.BY : Type.IN;
            String value = Deadlines.date(issueYear + shift(m.group(1)), month, null);
            times.add(new Time(m.start(), m.end(), type, value, "time-this-year"));
        }
    }

    private static int shift(@Nullable String word) {
        return "明年".equals(word) || "次年".equals(word) ? 1 : 0;
    }

    private static int yearBefore(List<Time> times, int at, int issueYear) {
        int year = issueYear;
        int best = -1;
        for (var time : times) {
            if (time.end() <= at && time.end() > best && !time.value().startsWith("P")) {
                best = time.end();
                year = Integer.parseInt(time.value().substring(0, 4));
            }
        }
        return year;
    }
}
