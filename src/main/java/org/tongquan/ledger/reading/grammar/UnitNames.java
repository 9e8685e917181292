package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.Lexicon;
import org.tongquan.ledger.reading.text.Span;
import org.tongquan.ledger.reading.text.WordTree;

/// Splits a list of units: longest match against the dictionary, then a test of the ending. 及, 和
/// and 会同 split only between two valid units; 等 is dropped; a piece that names no unit by itself
/// joins the next one.
public final class UnitNames {
    /// A unit as named, with its place in the normalised text.
    public record Named(String name, int start, int end, boolean known) {}

    private static final Pattern ENDING =
            Pattern.compile(
                    "(?:部|委|局|厅|办|署|院|会|行|(?<!人)社|联|团|室|处|科|所|站|队|中心|政府|单位|地区|地方|部门|公司|集团|机构|企业|高校|"
                            + "院校|学校|医院|组|军区|中央|园区|开发区|新区|街道|乡镇|管委会|银行|电网|海关|联社|馆|台|报|校|"
                            + "省|市|区|县|州|盟|旗|镇|乡|级市|各地|省份|城市|方面|学会|商会|法院|检|工委|党委|党组|基地|"
                            + "平台公司|工商联|国办|主体)$");
    private static final Pattern GENERIC =
            Pattern.compile(
                    "^(?:各|有关|相关|国务院|其他|全体|所有|省|市|县|区|中央|地方)[^及和与、]{0,14}"
                            + "(?:部门|单位|地区|地方|方面|政府|省份|机构|企业)"
                            + "(?:和(?:有关|相关)?(?:部门|单位|地区|地方|方面|机构|企业))?$");
    private static final Pattern REGION_WORD =
            Pattern.compile(
                    "^(?:[^、，各]{0,4}各|有关|相关|各有关)?(?:省|自治区|直辖市|市|区|县|州|盟|旗|县级市|地级市|街道|乡镇|镇|"
                            + "乡)(?:（[^）]{1,12}）)?$");
    private static final Pattern REGION_TAIL =
            Pattern.compile(
                    "^(?:直辖市|自治区|市|区|县|州|盟|旗|县级市|镇|乡|街道|（[^）]{1,12}）){1,4}(?:两级|三级|"
                            + "各级)?(?:人民)?(?:政府|党委|政府及|部门|有关部门).*");
    private static final Pattern FIELD_TAIL = Pattern.compile("(?:行政|主管|管理|监管|监督管理)?部门$");
    private static final Pattern BARE = Pattern.compile("^(?:部门|单位|方面|部门和单位|机构|地区)$");
    private static final Pattern BARE_HEAD = Pattern.compile("(?:部门|单位|方面)(?:以及|和|及|与|会同)");
    private static final Pattern NO_UNIT =
            Pattern.compile("(?:\\d年|\\d月|年底|底前|完成|出台|持续|长期|坚持|推进|印发|启动|实施|逐步|立即|适时|同步|贯穿|全年)");
    private static final Set<String> TOO_GENERAL =
            Set.of(
                    "中央", "国家", "政府", "企业", "单位", "机构", "部门", "地区", "学校", "医院", "公司", "集团", "银行",
                    "高校", "院校", "机关", "社会", "全国", "地方");
    private static final Pattern LEADING =
            Pattern.compile("^(?:均?由|请|以及|及|和|与|并|等|，|：|分别|原则上|具体由)+");

    private final WordTree<Lexicon.Unit> units = new WordTree<>();
    private final Lexicon lexicon;

    public UnitNames(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (var unit : lexicon.units()) {
            units.put(unit.name(), unit);
            unit.aliases().forEach(alias -> units.put(alias, unit));
        }
    }

    public WordTree<Lexicon.Unit> dictionary() {
        return units;
    }

    public boolean isKnown(String name) {
        return units.contains(name) || lexicon.groups().contains(name);
    }

    /// Whether a name is a common word for many, such as 政府 or 企业.
    static boolean isGeneral(String name) {
        return TOO_GENERAL.contains(name);
    }

    /// Whether a phrase can stand as a unit by itself.
    public boolean isValid(String name) {
        if (name.length() < 2 || name.length() > 45) {
            return false;
        }
        return isKnown(name) || !TOO_GENERAL.contains(name) && hasUnitShape(name);
    }

    private static boolean hasUnitShape(String name) {
        return GENERIC.matcher(name).matches()
                || ENDING.matcher(stem(name)).find() && !BARE.matcher(name).matches();
    }

    private static String stem(String name) {
        int bracket = name.endsWith("）") ? name.lastIndexOf('（') : -1;
        return bracket > 0 ? name.substring(0, bracket) : name;
    }

    public List<Named> split(String text, int start, int end) {
        var rough = new ArrayList<Span>();
        int from = start;
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '（' ? 1 : c == '）' && depth > 0 ? -1 : 0;
            if (depth == 0 && "、，；/／ \t\n。".indexOf(c) >= 0) {
                etc(text, from, i, rough);
                from = i + 1;
            }
        }
        etc(text, from, end, rough);
        var joined = join(text, rough);
        var result = new ArrayList<Named>();
        for (var span : joined) {
            connectors(text, span.start(), span.end(), result);
        }
        return result;
    }

    /// `A等B`: A and, unless it is a bare 部门, B.
    private void etc(String text, int from, int to, List<Span> out) {
        var span = trim(text, from, to);
        if (span.length() == 0) {
            return;
        }
        String own = text.substring(span.start(), span.end());
        int etc = etcAt(own);
        if (etc < 0) {
            out.add(span);
            return;
        }
        String left = own.substring(0, etc);
        var right = trim(text, span.start() + etc + 1, span.end());
        String rest = text.substring(right.start(), right.end());
        if (!left.isEmpty()) {
            boolean field = !isValid(left) && FIELD_TAIL.matcher(rest).find();
            if (field && !isSeparated(left)) {
                out.add(span);
                return;
            }
            out.add(new Span(span.start(), span.start() + etc));
        }
        var bare = BARE_HEAD.matcher(rest);
        int skip = bare.lookingAt() ? bare.end() : 0;
        if (rest.length() > skip && !BARE.matcher(rest).matches()) {
            etc(text, right.start() + skip, right.end(), out);
        }
    }

    private static boolean isSeparated(String left) {
        return left.endsWith("）");
    }

    private int etcAt(String own) {
        int depth = 0;
        for (int i = 0; i < own.length(); i++) {
            char c = own.charAt(i);
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
            boolean level = i > 0 && (own.startsWith("高等", i - 1) || own.startsWith("中等", i - 1));
            if (c == '等' && depth == 0 && !level) {
                return i;
            }
        }
        return -1;
    }

    private Span trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start
                && (text.charAt(end - 1) <= ' ' || "，、；。：".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        var matcher = LEADING.matcher(text).region(start, end);
        if (matcher.lookingAt() && matcher.end() < end && units.longest(text, start) == null) {
            start = matcher.end();
        }
        return new Span(start, end);
    }

    /// Joins fields and regions that are one phrase: `财政、教育等部门`, `市、区政府`.
    private List<Span> join(String text, List<Span> rough) {
        var joined = new ArrayList<Span>();
        int k = 0;
        while (k < rough.size()) {
            int last = k;
            while (last + 1 < rough.size() && joinsNext(text, rough, k, last)) {
                last++;
            }
            if (last > k && !closes(text, rough, k, last)) {
                last = k;
            }
            while (last + 1 < rough.size()
                    && text.charAt(rough.get(last).end()) == '、'
                    && BARE.matcher(own(text, rough.get(last + 1))).matches()) {
                last++;
            }
            joined.add(new Span(rough.get(k).start(), rough.get(last).end()));
            k = last + 1;
        }
        return joined;
    }

    private boolean joinsNext(String text, List<Span> rough, int first, int at) {
        String own = own(text, rough.get(at));
        char separator = text.charAt(rough.get(at).end());
        if (separator != '、') {
            return false;
        }
        boolean region = REGION_WORD.matcher(own).matches();
        boolean firstRegion = REGION_WORD.matcher(own(text, rough.get(first))).matches();
        return region && firstRegion || !region && !firstRegion && !isValid(own);
    }

    /// Whether a chain that starts with regions or bare fields ends in something that names them.
    private boolean closes(String text, List<Span> rough, int first, int last) {
        String tail = own(text, rough.get(last));
        if (REGION_WORD.matcher(own(text, rough.get(first))).matches()) {
            return REGION_TAIL.matcher(tail).matches();
        }
        return FIELD_TAIL.matcher(tail).find() && !GENERIC.matcher(tail).matches();
    }

    private static String own(String text, Span span) {
        return text.substring(span.start(), span.end());
    }

    private void connectors(String text, int start, int end, List<Named> out) {
        String own = text.substring(start, end);
        if (own.isEmpty() || "/".equals(own) || "-".equals(own) || "无".equals(own)) {
            return;
        }
        if (!isKnown(own) && !GENERIC.matcher(own).matches()) {
            int[] cut = cut(own);
            if (cut.length > 0) {
                connectors(text, start, start + cut[0], out);
                connectors(text, start + cut[1], end, out);
                return;
            }
        }
        if (BARE.matcher(own).matches() || !isValid(own) && NO_UNIT.matcher(own).find()) {
            return;
        }
        out.add(new Named(own, start, end, isKnown(own)));
    }

    /// Where a connecting word separates two valid units: its start and end, empty when nowhere.
    /// 及 and 会同 separate more widely than 和, so they are tried first.
    private int[] cut(String own) {
        int[] wide = cut(own, true);
        return wide.length > 0 ? wide : cut(own, false);
    }

    private int[] cut(String own, boolean wide) {
        int depth = 0;
        for (int i = 1; i < own.length() - 1; i++) {
            char c = own.charAt(i);
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
            int length = depth > 0 ? 0 : connector(own, i, wide);
            if (length > 0 && isValid(own.substring(0, i)) && isSide(own.substring(i + length))) {
                return new int[] {i, i + length};
            }
        }
        return new int[0];
    }

    private boolean isSide(String right) {
        return isValid(right) || cutAny(right);
    }

    private boolean cutAny(String right) {
        return right.length() > 4 && cut(right).length > 0;
    }

    private static int connector(String own, int i, boolean wide) {
        if (wide) {
            boolean two = own.startsWith("会同", i) || own.startsWith("以及", i);
            return two ? 2 : own.charAt(i) == '及' ? 1 : 0;
        }
        return "和与".indexOf(own.charAt(i)) >= 0 ? 1 : 0;
    }
}
