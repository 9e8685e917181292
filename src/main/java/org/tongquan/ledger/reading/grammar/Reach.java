package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.text.Numbering.Style;
import org.tongquan.ledger.reading.text.Numerals;
import org.tongquan.ledger.reading.text.Words;

/// Words that say for which tasks the units behind them are meant: `以下任务均由`, `以上3项由`,
/// `8—10项责任单位：`, `本章任务由`. Without them a bracket governs what stands before it.
///
/// @param numbers numbers of the items meant, empty unless they are listed
/// @param style numbering style of the items, when the list shows it
/// @param count how many items are meant, 0 when it is not said
/// @param othersTakePart whether it says that the units in the brackets below only take part
/// @param start start of the statement
/// @param from where the units begin, in units of the normalised text like all places
record Reach(
        Kind kind,
        Set<Integer> numbers,
        @Nullable Style style,
        int count,
        boolean othersTakePart,
        int start,
        int from,
        int end) {

    /// What is meant, the most definite first: listed items, the item itself, what stands above or
    /// below, a whole part, whatever names nobody.
    enum Kind {
        LISTED,
        ITEM,
        ABOVE,
        BELOW,
        PART,
        REST
    }

    private static final int LONGEST = 200;
    private static final int MOST_ITEMS = 60;

    private static final String NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}";
    private static final String ONE = "第?（?(?:" + NUMBER + ")）?";
    private static final String TASKS = "(?:任务|工作|举措|措施|事项|内容|行动|要求)?";
    private static final String WHICH = "(?:各项|各条|所有|全部|重点|主要|具体|有关|相关|所列|列明|涉及|确定|明确|提出|的)*";
    private static final String BY =
            "(?:，?除[^，。；]{2,20}外，?)?(?:均|都|统一|全部|一律|原则上|的|中|，)*(?:由|：|以(?=[^，。；]{2,40}为牵头)|(?="
                    + Words.LABEL.pattern()
                    + "))(?!(?:各|相应|有关|相关|其)?(?:牵头|责任|配合)(?:单位|部门)(?![：为是均]))";
    private static final Pattern PREFIX =
            Pattern.compile(
                    "[\\s注：]{0,3}(?:为[^，。；]{2,20}，)?(?<except>除[^，。；]{2,20}外，)?(?:(?<listed>"
                            + ONE
                            + "(?:项|条|款)?(?:[—\\-～~至到、和及，]+"
                            + ONE
                            + "(?:项|条|款)?)*)(?<=[项条款）])|(?<above>以上|上述|前述|上面|前(?=[2-9二两三四五六七八九十]))|"
                            + "(?<below>以下|下列|"
                            + "下述|下面)|(?<part>[本该此](?:部分|章(?!程)|"
                            + "节(?![约能水])|领域|板块))|(?<item>[本该此](?:项(?!目)|条(?!例)|款(?!项)|专项|"
                            + "行动|方面))|(?<rest>其余|其他|其它|本(?:方案|意见|计划|"
                            + "行动计划|清单|要点|通知)(?:中|所列|所涉|确定的|明确的)*|未(?:注明|标注|明确|列出|指定)"
                            + "[^，。；]{0,10}的)|(?<bare>(?=均[由为])))(?:(?<count>"
                            + NUMBER
                            + ")?个?(?:大?项|条|大|方面|部分)?)?"
                            + "(?:"
                            + WHICH
                            + TASKS
                            + "|[^，。；：由均都（）]{1,12}(?=均由|都由))"
                            + BY);
    private static final Pattern ITEM_NUMBER =
            Pattern.compile("(?<to>[—\\-～~至到]+第?（?)?(?<n>" + NUMBER + ")");
    private static final Pattern ROLE_END =
            Pattern.compile(
                    "(?:牵头|负责|配合|参与|参加|落实|实施|推进|协助|指导|承担|完成|"
                            + "(?:为|担任)(?:牵头|责任|主责)(?:单位|部门))[。；：]?$");

    /// What a statement adds about the way units are listed.
    private static final Pattern NOTE =
            Pattern.compile(
                    "[，；。（](?=[^，。；]{0,16}(?:括号|列出|列明|注明|标注|标明|不再|下同|另行|另有|各项(?:任务)?后|"
                            + "[只仅]列|其他(?:单位|部门)))");
    private static final Pattern OTHERS =
            Pattern.compile(
                    "(?:[只仅](?:列|标注|注明)|括号)[^，。；]{0,10}(?:配合|参与|协助|协同|协办)(?:单位|部门)|"
                            + "其他(?:部门|单位)[^，。；]{0,8}(?:括号|标注|标明|注明|列出)");
    private static final Pattern TASK_NOUN =
            Pattern.compile("任务|工作|事项|举措|措施|[本该此](?:部分|章)|[上下][述列]?.{1,3}[项条]");

    /// The statements in `text[start, end)`, each up to the next one; empty when none is found.
    static List<Reach> in(String text, int start, int end) {
        var found = new ArrayList<Reach>();
        int at = start;
        while (at < end) {
            var reach = at(text, at, end);
            if (reach != null) {
                if (!found.isEmpty()) {
                    found.set(found.size() - 1, found.getLast().until(at));
                }
                found.add(reach);
            }
            at = next(text, reach == null ? at : reach.from, end);
        }
        return found;
    }

    /// Whether a sentence only says who is responsible for other sentences.
    static boolean isStatement(String sentence) {
        var reach = sentence.length() > LONGEST ? null : at(sentence, 0, sentence.length());
        if (reach == null) {
            return false;
        }
        boolean sure =
                reach.kind == Kind.LISTED
                        || reach.kind == Kind.REST
                        || TASK_NOUN.matcher(sentence.substring(0, reach.from)).find();
        return sure && isDuty(sentence, reach);
    }

    private static boolean isDuty(String sentence, Reach reach) {
        return ROLE_END.matcher(sentence.substring(0, reach.end)).find()
                || Words.LABEL.matcher(sentence).region(reach.from, sentence.length()).lookingAt();
    }

    /// The inside of a bracket without such words at its head.
    static String behindPrefix(String content) {
        var reach = at(content, 0, content.length());
        return reach == null ? content : content.substring(reach.from, reach.end);
    }

    /// Whether the tasks stand before the statement.
    boolean looksBack() {
        return kind == Kind.LISTED || kind == Kind.ABOVE;
    }

    /// Whether it holds from its place onwards or for a whole part: its units are inherited.
    boolean isDefault() {
        return kind == Kind.BELOW || kind == Kind.PART || kind == Kind.REST;
    }

    private Reach until(int stop) {
        return new Reach(
                kind, numbers, style, count, othersTakePart, start, from, Math.min(end, stop));
    }

    private static int next(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if ("，；。".indexOf(text.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return end;
    }

    private static @Nullable Reach at(String text, int at, int end) {
        Matcher m = PREFIX.matcher(text).region(at, end);
        if (!m.lookingAt() || Defaults.adds(text, at, end)) {
            return null;
        }
        if (m.group("bare") != null && m.group("except") == null) {
            return null;
        }
        String rest = m.group("rest");
        if (rest != null && rest.startsWith("本") && m.group().indexOf('除') < 0) {
            return null;
        }
        var numbers = new TreeSet<Integer>();
        Style style = null;
        var kind = kindOf(m);
        String listed = m.group("listed");
        if (listed != null) {
            items(listed, numbers);
            style = styleOf(listed);
        }
        String count = m.group("count");
        int many = count == null ? 0 : Math.max(0, Numerals.number(count));
        if (kind == Kind.ABOVE && m.group("above").equals("前")) {
            kind = Kind.LISTED;
            IntStream.rangeClosed(1, many).forEach(numbers::add);
        }
        Matcher note = NOTE.matcher(text).region(m.end(), end);
        boolean noted = note.find();
        boolean others = noted && OTHERS.matcher(text).region(note.start(), end).find();
        int stop = noted ? note.start() : end;
        return new Reach(kind, numbers, style, many, others, at, m.end(), stop);
    }

    private static Kind kindOf(Matcher m) {
        if (m.group("above") != null) {
            return Kind.ABOVE;
        }
        if (m.group("below") != null || m.group("bare") != null) {
            return Kind.BELOW;
        }
        if (m.group("part") != null) {
            return Kind.PART;
        }
        if (m.group("item") != null) {
            return Kind.ITEM;
        }
        return m.group("rest") != null ? Kind.REST : Kind.LISTED;
    }

    private static void items(String listed, Set<Integer> numbers) {
        Matcher m = ITEM_NUMBER.matcher(listed);
        int before = 0;
        while (m.find()) {
            int number = Numerals.number(m.group("n"));
            int first = m.group("to") != null && before > 0 ? before : number;
            for (int n = first; n <= number && number - first < MOST_ITEMS; n++) {
                numbers.add(n);
            }
            before = number;
        }
    }

    private static @Nullable Style styleOf(String listed) {
        if (listed.indexOf('（') < 0) {
            return null;
        }
        return listed.chars().anyMatch(c -> c >= '0' && c <= '9')
                ? Style.ARABIC_BRACKET
                : Style.CHINESE_BRACKET;
    }
}
