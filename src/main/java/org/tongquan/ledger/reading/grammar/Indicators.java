package org.tongquan.ledger.reading.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.text.Numerals;

/// Explicit numbers that are a target or a limit, one entry per number. Works on one sentence.
public final class Indicators {
    /// A figure in the coordinates of the sentence.
    public record Figure(
            int start,
            int end,
            String name,
            String operator,
            BigDecimal value,
            String unit,
            String rule) {}

    private static final String MEASURE =
            "个百分点|%|‰|(?:kWh|kW|MW|GW|TWh|km|㎡|m²|m³|Mbps|Gbps)|微克|毫克|千克|公斤|毫升|分贝|"
                    + "个?(?:工作日|小时)|分钟|个月|平方公里|平方千米|平方米|立方米|公里|千米|海里|公顷|亩|吨标准煤|吨|千瓦时|千瓦|兆瓦|"
                    + "美元|元|人次|人|名|户|家|个|所|座|处|项|条|件|套|栋|幢|班次|架次|航次|艘次|场次|批次|列|册|门|口|眼|棵|块|台|辆|艘|架|"
                    + "张|床|间|倍|次|天|日|只|头|株|部|支|"
                    + "片|站|场|类|种|例|份|"
                    + "宗|班|标箱|箱|米|度|款|批|对|轮|期|岁|年|月|级|届|号|强|版|线|位|大|字|分|环节";
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Za-z.\\-第+])([0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?)(?:%)?"
                            + "(?:[～—\\-至到]([0-9]+(?:\\.[0-9]+)?))?((?:[万亿]|"
                            + "[百千](?![瓦米克分]))*)(?:余|多)?((?:"
                            + MEASURE
                            + ")(?:（[间座所处家台套户栋组个辆件项]）)?)?");
    private static final Pattern AFTER = Pattern.compile("^(?:（含）)?(及?以上|以内|以下|之内|左右|上下|内)");
    private static final Pattern AT_LEAST =
            Pattern.compile(
                    "(?:(?:不|不得|不能|不应|不可|禁止|严禁)(?:少于|低于|小于|下于)|至少[^，。；0-9]{0,6}|达到|"
                            + "达|超过?|突破|大于|高于|多于|提高到|提高至|提升到|提升至|"
                            + "增加到|增加至|增长到|增长至|增至|升至|上升到|扩大到|扩大至|扩展到|≥|>|＞)(?:了)?$");
    private static final String NOT_OVER = "(?:不|不得|不能|不应|不可|禁止|严禁)(?:超过|高于|大于|多于)";
    private static final Pattern OVER_NO_MORE = Pattern.compile(NOT_OVER + "$");
    private static final Pattern AT_MOST =
            Pattern.compile(
                    "(?:"
                            + NOT_OVER
                            + "|低于|少于|小于|减至|减少到|减少至|降至|"
                            + "降低到|降低至|下降到|降到|压缩至|压缩到|压缩为|压减至|压减到|"
                            + "缩短至|缩短到|缩短为|缩减至|精简至|精简到|控制在|控制到|限制在|最多|最高|最长|至多|放宽至|＜|<|≤)(?:了)?$");
    private static final Pattern NO_LESS_OF = Pattern.compile("(?:不得?低于|不得?少于)[^，。；0-9]{1,14}的$");
    private static final Pattern NO_MORE_OF = Pattern.compile("(?:不得?超过|不得?高于)[^，。；0-9]{1,14}的$");
    private static final Pattern ABOUT = Pattern.compile("(?:约|大约|将近|近|约为)$");
    private static final Pattern TARGET =
            Pattern.compile(
                    "建设|建成|新建|改建|扩建|打造|培育|培养|培训|创建|新增|推出|完成|实现|发展|引进|达到|达|设立|设置|布局|"
                            + "遴选|选取|推进|改造|提供|开展|争取|形成|集聚|"
                            + "增加|减少|压减|淘汰|关闭|召开|举办|修建|配备|储备|招引|落地|开通|建立|安排|投入|投资|认定|"
                            + "覆盖|治理|超过|增长|提升|提高|下降|降低|缩短|压缩|保持|稳定在|"
                            + "控制|力争|至少|支持|评定|扶持|带动|吸纳|转移|不少于|不低于|不超过|占|预留|加强|加装|投用|供应|"
                            + "试点|实施|推动|参与|整治|绿化|造林|新改|"
                            + "推广|复制|拥有|打通|新辟|疏通|清理|清除|取缔|关停|搬迁|修复|安置|招收|招聘|选派|选拔|组建|"
                            + "成立|创作|修订|制定|发布|编制|更新|帮扶|脱贫|解决|惠及|"
                            + "抽查|检测|监测|开工|竣工|投产|上线|接入|布设|安装|新设|聘任|评选|认证|筹建|筹集|投放|购置|"
                            + "拓宽|种植|营造|下放|取消|精简|压减|消除|办好|接待|受理|办理");
    private static final Pattern PER =
            Pattern.compile("/(?:[\\u4e00-\\u9fa5]{1,4}?(?=[以左，。；、及和]|$)|[a-z]{1,3})");
    private static final Pattern REACHED = Pattern.compile("^.{0,3}(?:实现|完成)");
    private static final Pattern BASELINE =
            Pattern.compile(
                    "^(?:围绕|依托|以|对|对于|针对|面向|按|按照|根据|在|基于|结合|通过|落实|由|将(?!实现|建设|建成|打造|完成|新增|培育|"
                            + "推出|开展|达到|形成|投入|增加)|把|从|利用|用)");
    private static final Pattern ENTITLEMENT =
            Pattern.compile(
                    "补贴|补助|奖励|返还|给予|申请(?!材料|表|事项|环节)|贷款|减按|税率|资助|优惠|免收|减免|报销|扣除|加分|积分|罚款|奖补|保险费|"
                            + "可享受|抵免|起付线|额度|拨付");

    /// A rate brought to a limit is a target, also one of loans.
    private static final Pattern BROUGHT_TO =
            Pattern.compile(
                    "(?:率|占比|比重|成本|费用|增速|增幅)[^，。；]{0,6}(?:降至|降到|降低到|降低至|下降到|下降至|压降至|控制在|提高到|提高至|"
                            + "提升到|提升至|达到|不低于|不高于|不超过)$");
    /// Money that banks are to lend in all: a target, no help to one of many.
    private static final Pattern LENDING =
            Pattern.compile("(?:发放|投放|新增)[^，。；0-9]{0,16}贷款|贷款[^，。；0-9]{0,8}(?:余额|规模|总额|总量|增量|投放)");

    private static final Pattern HELP = Pattern.compile("给予|补贴|补助|奖励|申请|贴息|最高|每[户人家]|可");

    /// `对16处……实施整治`: what is counted is what the work is done to.
    private static final Pattern WORKED_ON =
            Pattern.compile(
                    "^[^，。；0-9]{1,20}?(?:实施|开展|进行|予以|完成)[^，。；0-9]{0,14}"
                            + "(?:整治|改造|治理|修缮|修复|加固|提升|排查|清理|更新|整改|建设)");
    private static final Pattern WHICH = Pattern.compile("对(?:全[省市县区]|城区|辖区内?)?");
    private static final Pattern CONDITION = Pattern.compile("的，(?:可|给予|予以|应|免|不|优先|按|由|经)");
    private static final Pattern QUALIFIER =
            Pattern.compile(
                    "^(?:（含）)?(?:及?以上|以下|以内)?(?:（含）)?的?(?!.{0,8}号源)(?:企业|单位|人员|机构|项目|"
                            + "工程|医院|城市|燃煤|锅炉|机组|老年人|老人|儿童|居民|建筑|园区|开发区|乡镇|村|学校)");

    /// A number that closes its clause counts what the clause brings about.
    private static final Pattern CLOSES = Pattern.compile("^(?:以上)?(?:[，。；、）]|$)");
    private static final Pattern EXISTING =
            Pattern.compile("现有|已|目前|占地|总投资|注册资本|共有|达标|面积|位于|全长|累计|同比|距|约$|的$");
    private static final Pattern CHOSEN = Pattern.compile("^(?:以上)?(?:符合|具备|满足)");

    private Indicators() {}

    /// @param busy places that belong to times of the sentence
    public static List<Figure> in(String sentence, List<Deadlines.Time> busy) {
        var figures = new ArrayList<Figure>();
        boolean[] quoted = quoted(sentence);
        Matcher m = NUMBER.matcher(sentence);
        while (m.find()) {
            if (!quoted[m.start()] && isFree(busy, m.start(1), m.end())) {
                numbers(sentence, m, busy, figures);
            }
        }
        SpelledFigures.counted(sentence, quoted, figures);
        SpelledFigures.shares(sentence, figures);
        return Distribution.of(sentence, figures);
    }

    private static boolean[] quoted(String sentence) {
        var marks = new boolean[sentence.length() + 1];
        for (char open : new char[] {'“', '《'}) {
            char close = open == '“' ? '”' : '》';
            for (int i = sentence.indexOf(open); i >= 0; i = sentence.indexOf(open, i + 1)) {
                int end = sentence.indexOf(close, i);
                if (end > 0 && (end - i <= 16 || open == '《')) {
                    java.util.Arrays.fill(marks, i, end, true);
                }
            }
        }
        return marks;
    }

    private static boolean isFree(List<Deadlines.Time> busy, int start, int end) {
        return busy.stream().noneMatch(t -> start < t.end() && t.start() < end);
    }

    private static void numbers(
            String sentence, Matcher m, List<Deadlines.Time> busy, List<Figure> figures) {
        boolean percent =
                sentence.startsWith("%", m.end(1))
                        || m.group(0).contains("%") && "%".equals(m.group(4));
        String unit = m.group(4) == null ? "" : m.group(4);
        int end = m.end();
        if (unit.isEmpty() && percent) {
            unit = "%";
        }
        Matcher per = PER.matcher(sentence).region(end, sentence.length());
        if (!unit.isEmpty() && per.lookingAt()) {
            unit += per.group();
            end = per.end();
        }
        String scale = m.group(3);
        int clause = clauseStart(sentence, m.start());
        String before = sentence.substring(clause, m.start());
        String after = sentence.substring(end);
        var operator = operator(before, after, m.group(2) != null);
        var first = Numerals.scaled(Numerals.decimal(m.group(1)), scale);
        boolean often = unit.equals("次") && before.contains("每") && first.intValue() > 1;
        if (!often && !isTarget(sentence, clause, before, after, unit, scale, operator)) {
            return;
        }
        String own = ownWords(sentence, clause, m.start(), busy, figures);
        String name = Distribution.name(own, after, unit);
        if (m.group(2) == null) {
            figures.add(
                    new Figure(
                            m.start(), end, name, operator.sign(), first, unit, operator.rule()));
        } else {
            var second = Numerals.scaled(Numerals.decimal(m.group(2)), scale);
            boolean most = operator.sign().equals("<=");
            figures.add(
                    new Figure(
                            m.start(),
                            m.end(1),
                            name,
                            most ? "<=" : ">=",
                            first,
                            unit,
                            "figure-range"));
            figures.add(new Figure(m.start(2), end, name, "<=", second, unit, "figure-range"));
        }
    }

    /// The words of a clause up to a number, without its times and the figures before it.
    private static String ownWords(
            String sentence, int clause, int at, List<Deadlines.Time> busy, List<Figure> figures) {
        int from = clause;
        for (var figure : figures) {
            if (figure.end() <= at && figure.end() > from) {
                from = figure.end();
            }
        }
        if (from > clause && "、和及，".indexOf(sentence.charAt(from)) < 0) {
            from = clause;
        }
        var words = new StringBuilder();
        int next = from;
        for (var time : busy) {
            if (time.start() >= next && time.end() <= at) {
                words.append(sentence, next, time.start());
                next = time.end();
            }
        }
        return words.append(sentence, next, at).toString();
    }

    public record Operator(String sign, String rule, boolean explicit) {}

    private static Operator operator(String before, String after, boolean range) {
        Matcher behind = AFTER.matcher(after);
        String word = behind.find() ? behind.group(1) : "";
        String front = before.replaceAll("(?:力争|努力|争取|原则上|累计|总量|总数)+$", "");
        boolean least = AT_LEAST.matcher(front).find() || NO_LESS_OF.matcher(front).find();
        boolean most = AT_MOST.matcher(front).find() || NO_MORE_OF.matcher(front).find();
        if (word.equals("左右") || word.equals("上下") || ABOUT.matcher(front).find()) {
            return new Operator("~", "figure-about", true);
        }
        if (word.endsWith("以上")) {
            return new Operator(">=", "figure-at-least", true);
        }
        if (word.equals("以内")
                || word.equals("以下")
                || word.equals("之内")
                || word.equals("内") && most) {
            return new Operator("<=", "figure-at-most", true);
        }
        if (most && !least) {
            return new Operator("<=", "figure-at-most", true);
        }
        if (least) {
            return OVER_NO_MORE.matcher(front).find()
                    ? new Operator("<=", "figure-at-most", true)
                    : new Operator(">=", "figure-at-least", true);
        }
        return new Operator("=", range ? "figure-range" : "figure-bare", false);
    }

    /// Where the clause of a place starts; a closed bracket before it belongs to the clause.
    public static int clauseStart(String sentence, int at) {
        int depth = 0;
        for (int i = at - 1; i >= 0; i--) {
            char c = sentence.charAt(i);
            if (c == '）') {
                depth++;
            } else if (c == '（' && depth-- <= 0 || depth <= 0 && "，；。：".indexOf(c) >= 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isTarget(
            String sentence,
            int clause,
            String before,
            String after,
            String unit,
            String scale,
            Operator operator) {
        if (unit.isEmpty() || isOrdinal(unit, before, after)) {
            return false;
        }
        boolean rate = unit.equals("%") || unit.equals("个百分点") || unit.equals("‰");
        if (before.endsWith("由") || before.endsWith("从")) {
            return false;
        }
        if (!rate && after.startsWith("以上的")
                || after.startsWith("以下的")
                || after.startsWith("及以上的")
                || after.startsWith("以上（含）的")
                || !rate && QUALIFIER.matcher(after).find() && after.startsWith("以")
                || !rate && operator.explicit() && after.startsWith("的")) {
            return false;
        }
        int to = sentence.indexOf('，', clause);
        String clauseText = sentence.substring(clause, to < 0 ? sentence.length() : to);
        boolean money =
                unit.equals("元") || unit.equals("%") || unit.equals("倍") || unit.equals("个月");
        boolean granted =
                ENTITLEMENT.matcher(clauseText).find()
                        && !(rate && BROUGHT_TO.matcher(before).find())
                        && !(LENDING.matcher(before).find() && !HELP.matcher(clauseText).find());
        if (money && (granted || CONDITION.matcher(sentence).find())) {
            return false;
        }
        boolean time =
                unit.endsWith("日")
                        || unit.endsWith("小时")
                        || unit.equals("分钟")
                        || unit.equals("天")
                        || unit.equals("个月");
        if (time || unit.equals("次") || unit.equals("年")) {
            return operator.explicit() && !unit.equals("年")
                    || unit.equals("个月") && before.endsWith("为");
        }
        if (operator.explicit()) {
            return true;
        }
        Matcher verb = TARGET.matcher(before);
        boolean wanted = verb.find();
        if (rate) {
            return wanted || before.isEmpty() || !BASELINE.matcher(before).find();
        }
        if (CHOSEN.matcher(after).find()) {
            return false;
        }
        if (WHICH.matcher(before).matches()) {
            return WORKED_ON.matcher(after).find();
        }
        if (before.endsWith("等") && !REACHED.matcher(before).find()) {
            return false;
        }
        boolean closes =
                CLOSES.matcher(after).find()
                        && before.length() >= 2
                        && (before.startsWith("人均") || !EXISTING.matcher(before).find());
        return (wanted || closes)
                && !(BASELINE.matcher(before).find() && !wantedBehind(before))
                && !before.contains("现有")
                && !before.contains("已");
    }

    /// `在全省建设100个`: the verb stands behind the place.
    private static boolean wantedBehind(String before) {
        Matcher verb = TARGET.matcher(before);
        int last = -1;
        while (verb.find()) {
            last = verb.end();
        }
        return last >= 0 && before.length() - last <= 6;
    }

    private static boolean isOrdinal(String unit, String before, String after) {
        if ("岁月级届号强版线位大字分".contains(unit)) {
            return true;
        }
        if (unit.equals("年") || unit.equals("度") || unit.equals("期")) {
            return true;
        }
        return unit.equals("个") && after.startsWith("月")
                || unit.equals("日") && before.endsWith("月")
                || before.endsWith("第")
                || after.startsWith("线")
                || unit.equals("条") && (before.endsWith("第") || before.isEmpty());
    }
}
