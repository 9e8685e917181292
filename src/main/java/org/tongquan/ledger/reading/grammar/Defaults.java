package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.grammar.Brackets.Duty;
import org.tongquan.ledger.reading.grammar.UnitNames.Named;

/// Rules a document states once for all brackets that follow: the first named unit leads; a unit
/// takes part everywhere and is not listed again. Each holds from where it stands to the end of its
/// chapter or of the document.
public final class Defaults {
    private static final Pattern FIRST_LEADS =
            Pattern.compile(
                    "(?:(?:列|排)(?:名|序)?(?:在)?(?:首位|第一|最前)|第一(?:位|个)|首(?:位|个))"
                            + "(?:位)?(?:者|的)?[^，。；]{0,10}?牵头");
    private static final Pattern BELOW = Pattern.compile("下同|以下|以后");
    private static final String TASKS = "(?:以下|下列|其他|各项|上述|以上|本章|本部分|所有|下述)[^，。；：]{0,16}?";

    /// How those named do it; no part of their name.
    private static final String HOW =
            "(?:负责|参与|组织|具体|配合|抓好|做好|认真|切实|严格|全面|积极|主动|共同|分别|同步|推进|贯彻|加以|予以|因地制宜|"
                    + "结合[^，。；]{0,4}实际|按照?(?:各自)?(?:职责|职能|要求|规定|分工)+)*";
    private static final String LISTED_NO_MORE =
            "(?:落实|参与|实施|负责|配合|参加)[^。；）】]{0,18}?(?:不再(?:一一|逐一|逐项|另行|单独|分别|重复)?"
                    + "(?:列出|列举|列|标注|重复)|不另列|下同)";
    private static final Pattern ADDED =
            Pattern.compile(
                    TASKS
                            + "(?:的?，)?(?:均|都)(?:需要|需由|须由|应由|需|须|由|要|应|含)?"
                            + "([^，。；牵]{2,60}?)"
                            + HOW
                            + LISTED_NO_MORE
                            + "|"
                            + TASKS
                            + "，([^，。；牵]{2,60}?)(?:均|都)(?:需要|需|须|要|应当?)"
                            + HOW
                            + LISTED_NO_MORE);
    private static final Pattern CHAPTER_ONLY = Pattern.compile("本章|本部分");

    private record Added(List<Named> units, int from, int to) {}

    private record FirstLeads(int from, int to) {}

    /// A bracket after all defaults: its units, whether something was added.
    public record Completed(Duty duty, boolean inherited) {}

    private final UnitNames names;
    private final List<Added> added = new ArrayList<>();
    private final List<FirstLeads> firstLeads = new ArrayList<>();

    public Defaults(UnitNames names) {
        this.names = names;
    }

    /// Whether a plain sentence states a default; such a sentence is no commitment.
    public static boolean isStatement(String sentence) {
        return ADDED.matcher(sentence).find()
                || FIRST_LEADS.matcher(sentence).find() && sentence.length() < 60;
    }

    /// Whether `text[start, end)` begins with a unit that takes part everywhere.
    static boolean adds(String text, int start, int end) {
        return ADDED.matcher(text).region(start, end).lookingAt();
    }

    /// Learns the defaults stated in `text[start, until)`.
    ///
    /// @param chapterEnd where the chapter of this place ends
    public void learn(String text, int start, int until, IntSupplier chapterEnd) {
        int end = Math.min(until, start + Sentences.LONGEST);
        Matcher first = FIRST_LEADS.matcher(text).region(start, end);
        if (first.find()) {
            boolean below = BELOW.matcher(text).region(start, end).find();
            firstLeads.add(new FirstLeads(below ? start : 0, scope(text, start, end, chapterEnd)));
        }
        Matcher more = ADDED.matcher(text).region(start, end);
        while (more.find()) {
            int by = more.group(1) == null ? 2 : 1;
            var units = names.split(text, more.start(by), more.end(by));
            added.add(new Added(units, end, scope(text, start, end, chapterEnd)));
        }
    }

    private static int scope(String text, int start, int end, IntSupplier chapterEnd) {
        boolean chapter = CHAPTER_ONLY.matcher(text).region(start, end).find();
        return chapter ? chapterEnd.getAsInt() : Integer.MAX_VALUE;
    }

    /// Completes what the bracket at `position` says.
    public Completed complete(Duty duty, int position) {
        var result = duty;
        boolean first =
                firstLeads.stream().anyMatch(f -> position >= f.from() && position < f.to());
        if (first && !duty.explicit() && !duty.each() && !duty.lead().isEmpty()) {
            var coop = new ArrayList<>(duty.lead().subList(1, duty.lead().size()));
            Brackets.addNew(coop, duty.coop());
            result = new Duty(duty.lead().subList(0, 1), coop, true, false, "bracket-first-leads");
        }
        boolean inherited = false;
        for (var more : added) {
            if (position < more.from() || position >= more.to()) {
                continue;
            }
            var fresh = more.units().stream().filter(u -> !names(duty, u)).toList();
            if (fresh.isEmpty()) {
                continue;
            }
            inherited = true;
            var lead = new ArrayList<>(result.lead());
            var coop = new ArrayList<>(result.coop());
            Brackets.addNew(duty.onlyCooperating() ? lead : coop, fresh);
            result = new Duty(lead, coop, result.explicit(), duty.each(), "bracket-default");
        }
        return new Completed(result, inherited);
    }

    private static boolean names(Duty duty, Named unit) {
        return duty.lead().stream().anyMatch(u -> u.name().equals(unit.name()))
                || duty.coop().stream().anyMatch(u -> u.name().equals(unit.name()));
    }
}
