package org.tongquan.ledger.reading.grammar;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Deadline;
import org.tongquan.ledger.reading.Deadline.Type;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Numerals;

/// The small grammar of times in policy sentences. Works on one sentence at a time.
public final class Deadlines {
    /// A time in the coordinates of the sentence.
    public record Time(int start, int end, Type type, String value, String rule) {}

    private static final String NUMBER = "([0-9]{1,3}|[一二三四五六七八九十两]{1,3})";
    private static final Pattern RECURRING =
            Pattern.compile(
                    "每(?:隔)?(?:(半)年|"
                            + NUMBER
                            + "?(?:[～—\\-至到]"
                            + NUMBER
                            + ")?个?(年|季度|季|月|周|星期|天|日))(?!度|人|户|千|万|产|生|用)"
                            + "(?:[0-9]{1,2}月)?(?:底|末|初|[0-9]{1,2}日)?(?:之前|以前|前)?");
    private static final Pattern ROUND =
            Pattern.compile(NUMBER + "(年|个月)(?:为)?一(?:个)?(?:周期|轮)(?!次|廓)");
    private static final Pattern ROUNDS =
            Pattern.compile(
                    "(?<!每)(半年|一年|一季度|一季|一个?月|一周)[^，。；一0-9]{0,4}"
                            + "一(?:次|调度|通报|评估|考核|总结|报告)|"
                            + "按(半年|年|季度|季|月|周)(?=调度|通报|报告|报送|评估|考核|公布|督导|汇总)");
    private static final Pattern DATES =
            Pattern.compile(
                    "(?:自|从)?(20\\d\\d)年(\\d{1,2})月(?:(\\d{1,2})日)?[—\\-～至到](?:(20\\d"
                            + "\\d)年)?(\\d{1,2})月(?:(\\d{1,2})日)?");
    private static final Pattern YEARS =
            Pattern.compile("(20\\d\\d)年?[—\\-～至到](20\\d\\d)年(?!版|度)(底|末)?(之前|以前|前)?");
    private static final Pattern YEAR =
            Pattern.compile(
                    "(到|至|截至|截止到?|自|从|于|在)?((?:20\\d\\d|二[〇○零][〇○零一二三四五六七八九]{2}))年(?:年)?"
                            + "(?:(上半年|下半年|第?[一二三四1-4]季度)|(\\d{1,2}|十[一二]?|"
                            + "[一二三四五六七八九])月(?:份)?(?:(\\d{1,2})日|(上旬|中旬|下旬))?)?"
                            + "(年?底|年?末|年终)?(之前|以前|前|起|开始|之日起)?");
    private static final Pattern PLAN_END =
            Pattern.compile("(?:到|至)?“(十[一二三四五六])五”(?:规划)?(?:期)?(?:末|结束|收官)(?:前)?");
    private static final Pattern DURATION =
            Pattern.compile(
                    "(用|利用|经过|再用|力争用|分|未来|今后)?"
                            + NUMBER
                            + "(?:[～—\\-至到]"
                            + NUMBER
                            + ")?(年|个月|个工作日|工作日|日|天|小时|个小时|周|分钟)(左右)?(?:的?(时间)|(之内|"
                            + "内)(?!容|部|涵|生|外|设|控))?");
    private static final Pattern NOT_A_TERM =
            Pattern.compile(
                    "(?:近|过去|最近|连续|前|超过|以上|满|不少于|压缩至|压缩到|缩短至|缩短到|减至|压减至|压减到|控制在|不超过|"
                            + "缩减至|降至|小于|达到|期|期限)$");
    private static final Pattern COMPARED = Pattern.compile("(?:比|较|与|同|以|按|超|依据|相比|对照|高于|低于)$");
    private static final Pattern NAMED =
            Pattern.compile(
                    "^(?:版|度|修订版|第)|^[）]|^[^，。；、于将要全底前]{0,10}(?:计划|规划|要点|行动方案|工作方案|"
                            + "名单|目录)(?:[，。；、》”]|$)|"
                            + "^(?:冬奥|亚运|世博|全运|奥运|世界杯|北京冬|相比|水平|基础上|为基|以来)");
    private static final Pattern PAST_USE = Pattern.compile("^[^，。；]{1,12}的");
    private static final Pattern PUBLISHED = Pattern.compile("^(?:印发|发布|公布|修订|出台|制定|颁布)的");
    private static final Pattern ACTION = Pattern.compile("编制|完成|制定|出台|启动|印发|实施|开展|建");

    private static final int LONGEST_NAME = 24;

    /// `三年新建100公里`: the years a figure is spread over.
    private static final Pattern OVER =
            Pattern.compile(
                    "(?<=^|[，；：、])([二两三四五六七八九十])年(?=新[增建改]|改[建造]|累计|共(?!同)|完成|建成|培育|培训|"
                            + "投入|实施|打造|创建)");

    private final int issueYear;

    /// @param issueYear year of the document, 0 when unknown
    public Deadlines(int issueYear) {
        this.issueYear = issueYear;
    }

    public List<Time> in(String sentence) {
        boolean[] taken = protectedPlaces(sentence);
        var times = new ArrayList<Time>();
        recurring(sentence, taken, times);
        spans(sentence, taken, times);
        years(sentence, taken, times);
        CarriedTimes.add(sentence, issueYear, taken, times);
        durations(sentence, taken, times);
        times.sort(Comparator.comparingInt(Time::start));
        return times;
    }

    /// Book titles and short quotes name things; nothing inside them is a time.
    private static boolean[] protectedPlaces(String sentence) {
        var taken = new boolean[sentence.length() + 1];
        mark(sentence, '《', '》', 80, taken);
        mark(sentence, '“', '”', LONGEST_NAME, taken);
        mark(sentence, '〔', '〕', 8, taken);
        return taken;
    }

    private static void mark(String sentence, char open, char close, int most, boolean[] taken) {
        for (int i = sentence.indexOf(open); i >= 0; i = sentence.indexOf(open, i + 1)) {
            int end = sentence.indexOf(close, i);
            if (end > 0
                    && end - i <= most
                    && !(open == '“' && end - i == 4 && sentence.charAt(i + 1) == '十')) {
                Arrays.fill(taken, i, end + 1, true);
            }
        }
    }

    static boolean take(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            if (taken[i]) {
                return false;
            }
        }
        Arrays.fill(taken, from, to, true);
        return true;
    }

    private void recurring(String sentence, boolean[] taken, List<Time> times) {
        Matcher m = RECURRING.matcher(sentence);
        while (m.find()) {
            if (!take(taken, m.start(), m.end())) {
                continue;
            }
            String value;
            if (m.group(1) != null) {
                value = "P6M";
            } else {
                String upper = m.group(3) == null ? m.group(2) : m.group(3);
                value = period(upper == null ? 1 : Numerals.number(upper), m.group(4));
            }
            times.add(new Time(m.start(), m.end(), Type.RECURRING, value, "time-recurring"));
        }
        m = ROUNDS.matcher(sentence);
        while (m.find()) {
            if (take(taken, m.start(), m.end())) {
                String word =
                        (m.group(1) == null ? m.group(2) : m.group(1)).replaceFirst("^一个?", "");
                String value = word.equals("半年") ? "P6M" : period(1, word);
                times.add(new Time(m.start(), m.end(), Type.RECURRING, value, "time-recurring"));
            }
        }
        m = ROUND.matcher(sentence);
        while (m.find()) {
            if (take(taken, m.start(), m.end())) {
                String value = period(Numerals.number(m.group(1)), m.group(2));
                times.add(new Time(m.start(), m.end(), Type.RECURRING, value, "time-recurring"));
            }
        }
    }

    private static String period(int n, String unit) {
        return switch (unit) {
            case "年" -> "P" + n + "Y";
            case "季度", "季" -> "P" + 3 * n + "M";
            case "月", "个月" -> "P" + n + "M";
            case "周", "星期" -> "P" + n + "W";
            case "小时", "个小时" -> "PT" + n + "H";
            case "分钟" -> "PT" + n + "M";
            default -> "P" + n + "D";
        };
    }

    private void spans(String sentence, boolean[] taken, List<Time> times) {
        Matcher m = DATES.matcher(sentence);
        while (m.find()) {
            if (take(taken, m.start(), m.end())) {
                int year = Integer.parseInt(m.group(4) == null ? m.group(1) : m.group(4));
                String value = date(year, Integer.parseInt(m.group(5)), m.group(6));
                if (year >= issueYear) {
                    times.add(new Time(m.start(), m.end(), Type.IN, value, "time-span"));
                }
            }
        }
        m = YEARS.matcher(sentence);
        while (m.find()) {
            boolean free = take(taken, m.start(), m.end());
            int year = Integer.parseInt(m.group(2));
            if (free && year >= issueYear && !NAMED.matcher(sentence.substring(m.end())).find()) {
                var type = m.group(4) == null ? Type.IN : Type.BY;
                times.add(new Time(m.start(), m.end(), type, date(year, 12, null), "time-span"));
            }
        }
        m = PLAN_END.matcher(sentence);
        while (m.find()) {
            Arrays.fill(taken, m.start(), m.end(), true);
            int plan = Numerals.chinese(m.group(1));
            String value = date(1955 + 5 * plan, 12, null);
            times.add(new Time(m.start(), m.end(), Type.BY, value, "time-plan-end"));
        }
    }

    private void years(String sentence, boolean[] taken, List<Time> times) {
        Matcher m = YEAR.matcher(sentence);
        while (m.find()) {
            int from = m.start();
            String prefix = m.group(1) == null ? "" : m.group(1);
            boolean alone = prefix.equals("于") || prefix.equals("在");
            int start = alone || m.group(8) == null && isFrom(prefix) ? m.start(2) : from;
            if (!take(taken, m.start(2), m.end())) {
                continue;
            }
            var time = year(sentence, m, start, prefix, times);
            if (time != null) {
                times.add(time);
            }
        }
    }

    private static boolean isFrom(String prefix) {
        return prefix.equals("自") || prefix.equals("从");
    }

    private @Nullable Time year(
            String sentence, Matcher m, int start, String prefix, List<Time> times) {
        int year = Numerals.number(m.group(2));
        if (m.group(2).startsWith("二")) {
            year = Numerals.year(m.group(2).replace('○', '〇').replace('零', '〇'));
        }
        String end = m.group(7);
        String close = m.group(8) == null ? "" : m.group(8);
        boolean point = end != null || !close.isEmpty();
        String rest = sentence.substring(m.end());
        String before = sentence.substring(0, m.start(2));
        if (COMPARED.matcher(before).find() && !point
                || year < issueYear
                || PUBLISHED.matcher(rest).find()
                || close.equals("以前") && PAST_USE.matcher(rest).find()
                || rest.startsWith("版")
                || rest.startsWith("度")
                || !point && m.group(4) == null && isName(rest, before)) {
            return null;
        }
        if (close.equals("起") || close.equals("开始") || close.equals("之日起")) {
            return new Time(start, m.end(), Type.FROM, first(year, m), "time-from");
        }
        boolean by =
                point
                        || prefix.equals("到")
                        || prefix.equals("至")
                        || prefix.startsWith("截")
                        || listed(sentence, m.start(), times);
        String value = last(year, m);
        return new Time(start, m.end(), by ? Type.BY : Type.IN, value, by ? "time-by" : "time-in");
    }

    private static boolean isName(String rest, String before) {
        Matcher named = NAMED.matcher(rest);
        return named.find()
                && (!ACTION.matcher(named.group()).find())
                && !(named.group().startsWith("）") && !before.endsWith("（"));
    }

    /// `到2020年、2025年`: the second date is as the first.
    private static boolean listed(String sentence, int at, List<Time> times) {
        return at > 0
                && "、和".indexOf(sentence.charAt(at - 1)) >= 0
                && !times.isEmpty()
                && times.getLast().type() == Type.BY
                && times.getLast().end() == at - 1;
    }

    private static String last(int year, Matcher m) {
        String part = m.group(3);
        if (part != null) {
            return date(year, partEnd(part), null);
        }
        if (m.group(4) != null) {
            int month = Numerals.number(m.group(4));
            String decade = m.group(6);
            if (decade != null && !decade.equals("下旬")) {
                return date(year, month, decade.equals("上旬") ? "10" : "20");
            }
            return date(year, month, m.group(5));
        }
        return date(year, 12, null);
    }

    static int partEnd(String part) {
        if (part.startsWith("上")) {
            return 6;
        }
        if (part.startsWith("下")) {
            return 12;
        }
        String quarter = part.replace("第", "").replace("季度", "");
        return 3 * Numerals.number(quarter);
    }

    private static String first(int year, Matcher m) {
        if (m.group(4) == null) {
            int month =
                    m.group(3) == null
                            ? 1
                            : Math.max(
                                    1, partEnd(m.group(3)) - (m.group(3).endsWith("季度") ? 2 : 5));
            return date(year, month, "1");
        }
        return date(year, Numerals.number(m.group(4)), m.group(5) == null ? "1" : m.group(5));
    }

    static String date(int year, int month, @Nullable String day) {
        var safe = YearMonth.of(year, Math.clamp(month, 1, 12));
        int last = safe.lengthOfMonth();
        int number = day == null ? last : Math.clamp(Integer.parseInt(day), 1, last);
        return safe.atDay(number).toString();
    }

    private void durations(String sentence, boolean[] taken, List<Time> times) {
        Matcher m = DURATION.matcher(sentence);
        while (m.find()) {
            String prefix = m.group(1) == null ? "" : m.group(1);
            boolean inside = m.group(7) != null;
            boolean spent = m.group(6) != null && !prefix.isEmpty();
            boolean split =
                    (prefix.equals("分") || prefix.equals("未来") || prefix.equals("今后"))
                            && m.group(4).equals("年");
            String before = sentence.substring(0, m.start(2));
            if (!inside && !spent && !split || NOT_A_TERM.matcher(before).find()) {
                continue;
            }
            int start =
                    prefix.isEmpty() || prefix.equals("未来") || prefix.equals("今后")
                            ? m.start(2)
                            : m.start();
            if (m.start(2) > 0 && Characters.isDigit(sentence.charAt(m.start(2) - 1))
                    || !take(taken, m.start(2), m.end())) {
                continue;
            }
            String upper = m.group(3) == null ? m.group(2) : m.group(3);
            String value = period(Numerals.number(upper), m.group(4));
            times.add(new Time(start, m.end(), Type.DURATION, value, "time-duration"));
        }
        m = OVER.matcher(sentence);
        while (m.find()) {
            if (take(taken, m.start(), m.end())) {
                String value = period(Numerals.number(m.group(1)), "年");
                times.add(new Time(m.start(), m.end(), Type.DURATION, value, "time-over"));
            }
        }
    }

    /// The latest by or in date, or null.
    public static @Nullable String latest(List<Deadline> deadlines) {
        String latest = null;
        for (var deadline : deadlines) {
            boolean date = deadline.type() == Type.BY || deadline.type() == Type.IN;
            if (date && (latest == null || deadline.value().compareTo(latest) > 0)) {
                latest = deadline.value();
            }
        }
        return latest;
    }
}
