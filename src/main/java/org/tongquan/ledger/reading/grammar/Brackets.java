package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.grammar.UnitNames.Named;
import org.tongquan.ledger.reading.text.Words;

/// Reads a responsibility bracket, a label line or the unit cells of a table row.
public final class Brackets {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 800;

    /// What a bracket says.
    ///
    /// @param explicit whether a leading unit is named as such
    /// @param each whether it says that each unit is responsible for its own share (分别负责)
    public record Duty(
            List<Named> lead, List<Named> coop, boolean explicit, boolean each, String rule) {
        boolean isEmpty() {
            return lead.isEmpty() && coop.isEmpty();
        }

        boolean onlyCooperating() {
            return lead.isEmpty() && !coop.isEmpty();
        }
    }

    private enum Part {
        LEAD,
        DUTY,
        COOP
    }

    private static final String MANNER =
            "(?:依?按照?(?:各自)?(?:的)?(?:职责|职能|职责分工|任务分工|分工)+|依职责|各司其职|分工|"
                    + "分别|共同|具体|联合|协同|统一|主要|直接|整体|总体|总|等|各自)*";
    private static final Pattern ROLE =
            Pattern.compile(
                    MANNER
                            + "(牵头(?:并)?(?:负责|组织|落实|推进|实施|组织实施|会同|办理|统筹|协调|抓总)?|"
                            + "统筹(?:协调|推进|负责)|协调推进|负责(?:指导|落实|实施|"
                            + "推进|组织实施|牵头|组织|具体落实)?|组织实施|"
                            + "组织落实|参与|参加|配合|协助|协同|协办|指导|支持|落实|承担|实施|推进落实|推进|监督|督促|督导|主办|会同|"
                            + "(?:作?为|担任)(?:牵头|责任|主责|配合|参与|协办|指导|实施|落实)(?:单位|部门))"
                            + "(?:落实|实施|推进|工作|配合|参与)?(?=[，；、。）】\\s]|$)");
    private static final Pattern BETWEEN = Pattern.compile("指导|督促|督导|监督|配合|协助");
    private static final Pattern OFFICE_END =
            Pattern.compile("(?:[局委厅署办会]|政府|部门|单位|[省市县区]|部)(?:（[^）]{1,14}）)?$");
    private static final Pattern GUIDES = Pattern.compile("指导|监督|督促|督导|支持");
    private static final Pattern EACH = Pattern.compile("分别(?:负责|落实|承担|组织|实施|推进|办理)");
    private static final Pattern SHARED = Pattern.compile("会同");
    private static final Pattern STARTS = Pattern.compile("^(?:" + Words.LABEL.pattern() + ")");
    private static final Pattern ENDS =
            Pattern.compile(
                    "(?:负责(?:落实|实施|指导|推进|组织实施|牵头|组织)?|牵头(?:负责|组织|落实|实施)?|参与|参加|配合|协助|"
                            + "指导|落实|组织实施|承担|主办|协办|分工)[。；]?$");
    private static final Pattern SPEAKS =
            Pattern.compile("(?:负责|牵头|参与|配合|落实|指导)[。；，]|为牵头(?:单位|部门)|不再列出|下同");
    private static final Pattern NO_DUTY =
            Pattern.compile("^(?:以下(?:简称|统称|称)|下称|简称|包括|含|不含|其中|详见|见附件|如)");

    private static final String EVERY =
            "各[^，。；、（]{0,8}(?:（[市县区旗、]{1,7}）)?(?:人民)?(?:地|市|县|区|州|政府|部门|单位|机关|机构|企业|处|"
                    + "街道|乡镇|镇|方|）)";
    private static final String ONE_OFFICE =
            "[^，。；、/ \\d“”《》：的等]{1,24}(?:[局委厅部署办院行社联]|政府|总局|管委会|办公室|中心|集团|公司|海关|"
                    + "部门|单位|总队|支队|指挥部|地区|办事处|协会|学院|大学|医院)(?:（[^）]{1,14}）)?";

    private static final String ONE_PLACE = "[^，。；、/ \\d“”《》：的等各（]{1,5}[市县区]";

    /// A list of offices without a word on what they do: `（省民政厅、省财政厅）`.
    private static final Pattern OFFICES =
            Pattern.compile(
                    "(?:(?:"
                            + ONE_OFFICE
                            + "|"
                            + EVERY
                            + "|"
                            + ONE_PLACE
                            + "|(?:有关|相关)[^，。；、]{1,6})(?:等(?:有关|相关)?(?:部门|单位)?)?[、，；/ ])*(?:"
                            + ONE_OFFICE
                            + "|"
                            + EVERY
                            + "|"
                            + ONE_PLACE
                            + "|(?:有关|相关)[^，。；、]{1,6})(?:等(?:有关|相关)?(?:部门|单位)?)?[。]?");
    private static final int LONGEST_SENTENCE = 160;
    private static final String DOES = MANNER + "(?:牵头|负责|配合|参与|参加|协助|指导|落实)(?:负责|落实|实施|推进|配合)?";
    private static final String LISTED_OFFICES =
            "(?:(?:" + ONE_OFFICE + "|" + EVERY + ")[、，])*(?:" + ONE_OFFICE + "|" + EVERY + ")";
    private static final Pattern DUTY_ONLY =
            Pattern.compile("(?:由?" + LISTED_OFFICES + "等?(?:部门|单位)?" + DOES + "[，；。])+");

    /// Offices with what some of them do: `市林业局，市财政局监督`.
    private static final Pattern DUTIES =
            Pattern.compile(
                    "(?:"
                            + LISTED_OFFICES
                            + "等?(?:部门|单位)?(?:"
                            + DOES
                            + "|监督|督导|督促|支持|推进|组织实施)?(?:[，；]|[。]?$))+");
    private static final Pattern OFFICE =
            Pattern.compile(
                    "^(?:省|市|县|区|各|国家|国务院|中央|州|盟)|[^外内全细总]部[、，等。]|(?:局|委|厅|署|总局|政府|"
                            + "海关|[^上城都超夜门股菜]市|[^山地社园街]区|县)(?:[、，等。]|$)");

    private final UnitNames names;

    public Brackets(UnitNames names) {
        this.names = names;
    }

    /// Whether the text inside a bracket assigns responsibility, by its first and last words.
    public static boolean looksLike(String content) {
        String own = Reach.behindPrefix(content.strip());
        if (own.length() < SHORTEST || own.length() > LONGEST || NO_DUTY.matcher(own).find()) {
            return false;
        }
        return STARTS.matcher(own).find()
                || ENDS.matcher(own).find() && !own.contains("的除外")
                || SPEAKS.matcher(own).find()
                || (OFFICES.matcher(own).matches() || DUTIES.matcher(own).matches())
                        && OFFICE.matcher(own).find();
    }

    /// Whether a sentence does nothing but name offices and what each does: `A牵头，B、C配合。`
    static boolean isDuty(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE
                && ENDS.matcher(sentence).find()
                && DUTY_ONLY.matcher(sentence).matches();
    }

    /// Reads `text[start, end)`, the inside of a bracket or a label run.
    public Duty read(String text, int start, int end) {
        var lead = new ArrayList<Named>();
        var duty = new ArrayList<Named>();
        var coop = new ArrayList<Named>();
        var label = Words.LABEL.matcher(text).region(start, end);
        boolean labelled = label.find();
        if (labelled && label.start() - start <= 4) {
            labels(text, start, end, lead, duty, coop);
        } else {
            roles(text, start, beforeLabels(text, start, end), false, Part.DUTY, lead, duty, coop);
        }
        boolean explicit = !lead.isEmpty();
        boolean each = EACH.matcher(text).region(start, end).find();
        String rule = labelled ? "label" : "bracket";
        if (explicit) {
            coop.addAll(duty);
            return new Duty(lead, coop, true, each, rule + "-lead");
        }
        return new Duty(duty, coop, false, each, rule + "-responsible");
    }

    /// Where the units end because a time or a scope is named.
    private static int beforeLabels(String text, int start, int end) {
        int to = end;
        for (var pattern : List.of(Words.DEADLINE_LABEL, Words.SCOPE_LABEL)) {
            Matcher label = pattern.matcher(text).region(start, to);
            to = label.find() ? label.start() : to;
        }
        return to;
    }

    /// A run of labels: each label holds up to the next one.
    private void labels(
            String text, int start, int end, List<Named> lead, List<Named> duty, List<Named> coop) {
        Matcher label = Words.LABEL.matcher(text).region(start, end);
        while (label.find()) {
            int from = label.end();
            int to = labelEnd(text, from, end);
            if (label.group().contains("人") || label.group().contains("领导")) {
                continue;
            }
            var part = partOf(label.group());
            roles(text, from, to, true, part, lead, duty, coop);
        }
    }

    private static int labelEnd(String text, int from, int end) {
        int to = end;
        for (var pattern : List.of(Words.LABEL, Words.DEADLINE_LABEL, Words.SCOPE_LABEL)) {
            Matcher next = pattern.matcher(text).region(from, to);
            if (next.find()) {
                to = next.start();
            }
        }
        int stop = text.indexOf('。', from);
        return stop >= 0 && stop < to ? stop : to;
    }

    private static Part partOf(String label) {
        if (label.contains("牵头") || label.contains("主办") || label.contains("第一")) {
            return Part.LEAD;
        }
        return label.contains("配合")
                        || label.contains("协")
                        || label.contains("参")
                        || label.contains("支持")
                        || label.contains("会办")
                ? Part.COOP
                : Part.DUTY;
    }

    /// Behind a label a role holds back to the last comma: `责任单位：A、B，C配合`.
    private static int lastComma(String text, int from, int to) {
        int depth = 0;
        for (int i = to - 1; i > from; i--) {
            char c = text.charAt(i);
            depth += c == '）' ? 1 : c == '（' ? -1 : 0;
            if (c == '，' && depth == 0) {
                return i;
            }
        }
        return from;
    }

    private void roles(
            String text,
            int start,
            int end,
            boolean labelled,
            Part unmarked,
            List<Named> lead,
            List<Named> duty,
            List<Named> coop) {
        int stop = statementEnd(text, start, end);
        int from = start;
        Matcher role = ROLE.matcher(text).region(start, stop);
        role.useTransparentBounds(true);
        while (role.find()) {
            if (role.start() <= from) {
                from = Math.max(from, role.end());
                continue;
            }
            var part = partOf(role.group(1), unmarked);
            boolean apart = labelled || GUIDES.matcher(role.group(1)).matches();
            if (apart && from == start) {
                int comma = lastComma(text, from, role.start());
                list(text, from, comma, unmarked, lead, duty, coop);
                from = comma;
            }
            list(text, from, role.start(), part, lead, duty, coop);
            from = role.end();
        }
        if (from < stop) {
            list(text, from, stop, unmarked, lead, duty, coop);
        }
    }

    /// Where the units of a statement end: before a default or a scope.
    private static int statementEnd(String text, int start, int end) {
        int stop = end;
        for (var mark :
                List.of(
                        "。", "列第一", "列首位", "列在首位", "列在第一", "列在最前", "排第一", "排首位", "排在首位", "排在第一",
                        "排名第一", "排名首位", "第一位", "第一个", "下同", "以下", "；适用范围", "，适用范围")) {
            int at = text.indexOf(mark, start, stop);
            stop = at >= 0 ? at : stop;
        }
        return stop;
    }

    private static Part partOf(String verb, Part unmarked) {
        if (verb.startsWith("牵头") || verb.contains("牵头") || verb.equals("主办")) {
            return Part.LEAD;
        }
        if (verb.startsWith("负责")
                || verb.startsWith("组织")
                || verb.startsWith("落实")
                || verb.startsWith("承担")
                || verb.startsWith("实施")
                || verb.startsWith("推进")
                || verb.startsWith("统筹")
                || verb.startsWith("协调")
                || verb.equals("会同")
                || verb.contains("责")) {
            return unmarked == Part.COOP ? Part.COOP : Part.DUTY;
        }
        return Part.COOP;
    }

    private void list(
            String text,
            int from,
            int to,
            Part part,
            List<Named> lead,
            List<Named> duty,
            List<Named> coop) {
        Matcher shared = SHARED.matcher(text).region(from, to);
        int cut = shared.find() && shared.start() > from ? shared.start() : to;
        var target = part == Part.LEAD ? lead : part == Part.DUTY ? duty : coop;
        int guided = part == Part.COOP ? from : guided(text, from, cut);
        if (guided > from) {
            addNew(coop, names.split(text, from, guided));
            list(text, guided + 2, to, part, lead, duty, coop);
            return;
        }
        for (var unit : names.split(text, from, cut)) {
            place(unit, target, lead, coop);
        }
        if (cut < to) {
            addNew(coop, names.split(text, shared.end(), to));
        }
    }

    /// `A指导B落实`: where the word between the two offices stands, or `from`.
    private int guided(String text, int from, int to) {
        Matcher verb = BETWEEN.matcher(text).region(from, to);
        while (verb.find()) {
            var before = names.split(text, from, verb.start());
            var behind = names.split(text, verb.end(), to);
            boolean offices = !before.isEmpty() && !behind.isEmpty();
            if (offices
                    && names.isValid(before.getLast().name())
                    && names.isValid(behind.getFirst().name())
                    && OFFICE_END.matcher(before.getLast().name()).find()) {
                return verb.start();
            }
        }
        return from;
    }

    /// `A（牵头）、B（配合）`: the remark in brackets gives the role.
    private static void place(Named unit, List<Named> target, List<Named> lead, List<Named> coop) {
        int bracket = unit.name().endsWith("）") ? unit.name().lastIndexOf('（') : -1;
        if (bracket > 0) {
            String remark = unit.name().substring(bracket);
            var bare =
                    new Named(
                            unit.name().substring(0, bracket),
                            unit.start(),
                            unit.start() + bracket,
                            unit.known());
            if (remark.contains("牵头")) {
                addNew(lead, List.of(bare));
                return;
            }
            if (remark.contains("配合") || remark.contains("参与")) {
                addNew(coop, List.of(bare));
                return;
            }
        }
        addNew(target, List.of(unit));
    }

    public static void addNew(List<Named> list, List<Named> more) {
        for (var unit : more) {
            if (list.stream().noneMatch(u -> u.name().equals(unit.name()))) {
                list.add(unit);
            }
        }
    }
}
