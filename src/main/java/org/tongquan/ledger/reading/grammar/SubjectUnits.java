package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Lexicon;
import org.tongquan.ledger.reading.grammar.UnitNames.Named;

/// Units that are the actor of a sentence without a bracket: known or clearly official bodies at
/// the head of a clause followed by 要, 应, 负责, 牵头 and the like; 由X…; X会同Y; X配合Y. Nothing
/// looser: places and objects of 支持 or 推动 are no units.
public final class SubjectUnits {
    /// The actors of a sentence.
    public record Actors(List<Named> lead, List<Named> coop, String rule) {}

    private static final int LONGEST = 70;

    private final UnitNames names;
    private final Set<String> cities = new HashSet<>();
    private final Lexicon lexicon;

    public SubjectUnits(UnitNames names, Lexicon lexicon) {
        this.names = names;
        this.lexicon = lexicon;
        for (var member : lexicon.members()) {
            cities.add(member.name());
            cities.add(member.shortName());
        }
        for (var place : lexicon.places()) {
            if (place.name().endsWith("市")
                    || place.name().endsWith("县")
                    || place.name().endsWith("区")) {
                cities.add(place.name());
                cities.add(place.shortName());
            }
        }
    }

    /// The actors of `text[start, until)`, or null.
    public @Nullable Actors in(String text, int start, int until) {
        int end = Math.min(until, start + Sentences.LONGEST);
        var lead = new ArrayList<Named>();
        var coop = new ArrayList<Named>();
        String rule = "sentence-subject";
        int clause = start;
        boolean first = true;
        boolean urges = at(SubjectWords.URGES, text, start, end);
        while (clause < end) {
            actor(text, clause, end, first, urges, lead, coop);
            int comma = next(text, clause, end);
            first &= at(SubjectWords.ADVERBIAL, text, clause, comma);
            clause = comma + 1;
        }
        if (lead.isEmpty()) {
            rule = "sentence-by";
        }
        by(text, start, end, lead, coop);
        if (lead.isEmpty() && rule.equals("sentence-by")) {
            lead.addAll(coop);
            coop.clear();
        }
        return lead.isEmpty() && coop.isEmpty() ? null : new Actors(lead, coop, rule);
    }

    private static int next(String text, int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            depth += "（“《".indexOf(c) >= 0 ? 1 : "）”》".indexOf(c) >= 0 ? -1 : 0;
            if (c == '，' && depth <= 0 || c == '：') {
                return i;
            }
        }
        return end;
    }

    private void actor(
            String text,
            int clause,
            int end,
            boolean first,
            boolean urges,
            List<Named> lead,
            List<Named> coop) {
        Matcher time = SubjectWords.TIME_PREFIX.matcher(text).region(clause, end);
        int from = time.lookingAt() ? time.end() : clause;
        int limit = Math.min(next(text, from, end), from + LONGEST);
        Matcher joins = SubjectWords.JOINS.matcher(text).region(from, limit);
        if (!lead.isEmpty() && joins.lookingAt()) {
            Brackets.addNew(coop, following(text, joins.end(), limit));
            return;
        }
        Matcher described = SubjectWords.DESCRIBED.matcher(text).region(from, limit);
        if (described.lookingAt()) {
            String own = described.group();
            Brackets.addNew(lead, List.of(new Named(own, from, described.end(), false)));
            return;
        }
        if (at(SubjectWords.VERB_HEAD, text, from, limit) && !isStrict(text, from, limit)) {
            return;
        }
        for (int p = from + 2; p < limit; p++) {
            Matcher strong = SubjectWords.STRONG_VERB.matcher(text).region(p, limit);
            boolean modal = strong.lookingAt() || acts(text, p, limit, end, first);
            boolean verb =
                    modal
                            || (first || !urges) && at(SubjectWords.VERB, text, p, limit)
                            || first && at(SubjectWords.MODAL, text, p, limit)
                            || !urges && text.charAt(p) == '在';
            if (!verb) {
                continue;
            }
            var list = strictList(text, from, p, modal);
            if (list.isEmpty()) {
                continue;
            }
            assign(text, p, limit, list, lead, coop);
            return;
        }
        if (first && limit < end && at(SubjectWords.MODAL_BEHIND, text, limit, end)) {
            Brackets.addNew(lead, strictList(text, from, limit, true));
        }
    }

    /// A manner of acting, unless what follows says what the organisation may have.
    private static boolean acts(String text, int p, int limit, int end, boolean first) {
        Matcher manner = SubjectWords.MANNER.matcher(text).region(p, limit);
        if (!manner.lookingAt() || !first && "对通主".indexOf(text.charAt(p)) >= 0) {
            return false;
        }
        int behind = next(text, p, end) + 1;
        boolean may = behind < end && text.charAt(behind) == '可';
        return !may && !SubjectWords.IN_CASE.matcher(text).region(p, end).find();
    }

    /// Whether a sentence says of its actors that they are in the lead: `由A牵头`, `A牵头建立`.
    static boolean saysLead(String text, List<Named> lead, int end) {
        return lead.stream().anyMatch(u -> at(SubjectWords.LEADS, text, u.end(), end));
    }

    private static boolean at(Pattern pattern, String text, int from, int to) {
        return pattern.matcher(text).region(from, to).lookingAt();
    }

    private boolean isStrict(String text, int from, int limit) {
        var hit = names.dictionary().longest(text, from);
        return hit != null && hit.end() <= limit;
    }

    private void assign(
            String text, int p, int limit, List<Named> list, List<Named> lead, List<Named> coop) {
        Matcher with = SubjectWords.WITH.matcher(text).region(p, limit);
        Matcher under = SubjectWords.UNDER.matcher(text).region(p, limit);
        Matcher leads = SubjectWords.LEADS_WITH.matcher(text).region(p, limit);
        boolean helps = !lead.isEmpty() && at(SubjectWords.HELPS, text, p, limit);
        if (helps || at(SubjectWords.TAKES_PART, text, p, limit)) {
            Brackets.addNew(coop, list);
        } else if (leads.lookingAt()) {
            Brackets.addNew(lead, list);
            Brackets.addNew(coop, strictList(text, leads.start(1), leads.end(1), true));
        } else if (with.lookingAt()) {
            Brackets.addNew(lead, list);
            Brackets.addNew(coop, following(text, with.end(), limit));
        } else if (under.lookingAt()) {
            var other = following(text, under.end(), limit);
            Brackets.addNew(other.isEmpty() && lead.isEmpty() ? lead : coop, list);
            Brackets.addNew(lead, other);
        } else {
            Brackets.addNew(lead, list);
        }
    }

    /// The units that start at `from` and end before a verb or at the end of the clause.
    private List<Named> following(String text, int from, int limit) {
        for (int p = from + 2; p <= limit; p++) {
            boolean stop =
                    p == limit
                            || at(SubjectWords.VERB, text, p, limit)
                            || at(SubjectWords.STOP, text, p, limit);
            if (stop) {
                var list = strictList(text, from, p, true);
                if (!list.isEmpty()) {
                    return list;
                }
            }
        }
        for (int p = from + 2; p < limit; p++) {
            boolean open = "、和及与等（".indexOf(text.charAt(p)) >= 0;
            if (!open && "、和及与等".indexOf(text.charAt(p - 1)) < 0) {
                var list = strictList(text, from, p, false);
                if (!list.isEmpty()) {
                    return list;
                }
            }
        }
        return List.of();
    }

    private void by(String text, int start, int end, List<Named> lead, List<Named> coop) {
        Matcher m = SubjectWords.BY.matcher(text).region(start, end);
        while (m.find()) {
            if (inBracket(text, start, m.start())) {
                continue;
            }
            var list = strictList(text, m.start(1), m.end(1), true);
            Brackets.addNew(lead, list);
            if (!list.isEmpty() && text.startsWith("会同", m.end(1))) {
                int limit = Math.min(next(text, m.end(1), end), m.end(1) + LONGEST);
                Brackets.addNew(coop, following(text, m.end(1) + 2, limit));
            }
        }
    }

    private static boolean inBracket(String text, int start, int at) {
        int depth = 0;
        for (int i = start; i < at; i++) {
            depth += text.charAt(i) == '（' ? 1 : text.charAt(i) == '）' ? -1 : 0;
        }
        return depth > 0;
    }

    private List<Named> strictList(String text, int from, int to, boolean modal) {
        Matcher note = SubjectWords.NOTE.matcher(text).region(from, to);
        if (note.find()
                && note.start() > from
                && (note.end() == to || note.group().contains("以下"))) {
            return strictList(text, from, note.start(), modal);
        }
        String own = text.substring(from, to).strip();
        if (SubjectWords.LOOSE.contains(own) || SubjectWords.RANK.matcher(own).matches()) {
            return modal ? List.of(new Named(own, from, to, false)) : List.of();
        }
        var joint = modal ? joint(text, from, to) : List.<Named>of();
        if (!joint.isEmpty()) {
            return joint;
        }
        if (modal
                && own.length() >= 2
                && SubjectWords.ORGANISATION.matcher(own).matches()
                && !SubjectWords.VERB_HEAD.matcher(own).lookingAt()) {
            return List.of(new Named(own, from, to, names.isKnown(own)));
        }
        if (own.length() < 2
                || !modal && UnitNames.isGeneral(own)
                || lexicon.provinces().contains(own)
                || own.indexOf('的') >= 0 && !names.isKnown(own)) {
            return List.of();
        }
        boolean body = isBody(own) || modal && SubjectWords.ZONE.matcher(own).matches();
        if (body && own.chars().noneMatch(c -> "、和与及".indexOf(c) >= 0)) {
            return List.of(new Named(own, from, to, names.isKnown(own)));
        }
        var list = names.split(text, from, to);
        boolean all =
                !list.isEmpty()
                        && list.stream().allMatch(u -> isBody(u.name()) || modal && isZone(u));
        boolean whole = all && list.stream().skip(1).anyMatch(SubjectUnits::leans);
        return whole ? List.of(new Named(own, from, to, false)) : all ? list : List.of();
    }

    private static boolean isZone(Named unit) {
        return SubjectWords.ZONE.matcher(unit.name()).matches();
    }

    /// A second name that means nothing without the first: `各级党委、政府`, `市委、市政府主要领导`.
    private static boolean leans(Named unit) {
        return UnitNames.isGeneral(unit.name()) || unit.name().endsWith("领导");
    }

    /// Whether a clause begins with somebody of its own, so that no actor before it goes on.
    public static boolean opensWithOther(String text, int start, int end) {
        return at(SubjectWords.OTHERS, text, start, end);
    }

    /// `高校和科研院所`: two organisations, each named by a common word.
    private static List<Named> joint(String text, int from, int to) {
        Matcher and = SubjectWords.JOINT.matcher(text).region(from, to);
        if (!and.find() || at(SubjectWords.VERB_HEAD, text, from, to)) {
            return List.of();
        }
        String left = text.substring(from, and.start());
        String right = text.substring(and.end(), to);
        boolean two =
                left.length() >= 2
                        && SubjectWords.ORGANISATION.matcher(left).matches()
                        && SubjectWords.ORGANISATION.matcher(right).matches();
        return two
                ? List.of(
                        new Named(left, from, and.start(), false),
                        new Named(right, and.end(), to, false))
                : List.of();
    }

    private boolean isBody(String name) {
        if (names.isKnown(name) || cities.contains(name)) {
            return true;
        }
        String bare = withoutRegion(name);
        if (SubjectWords.COLLECTIVE.matcher(bare).matches()
                || lexicon.collectives().contains(bare)
                || bare.endsWith("等市")
                        && bare.length() <= 30
                        && cities.contains(bare.substring(0, Math.min(2, bare.length())))) {
            return true;
        }
        if (SubjectWords.SPEECH.matcher(bare).find() || SubjectWords.TOWARDS.matcher(bare).find()) {
            return false;
        }
        int by = bare.indexOf('由');
        if (by > 0 && bare.charAt(by - 1) != '自') {
            return false;
        }
        if (SubjectWords.VERB_HEAD.matcher(bare).lookingAt()
                || SubjectWords.NOT_A_BODY.matcher(bare).find()
                || lexicon.provinces().contains(bare)) {
            return false;
        }
        return SubjectWords.BODY.matcher(bare).matches() || fields(bare);
    }

    /// A name without the longest name of the region before it.
    private String withoutRegion(String name) {
        int longest =
                lexicon.regionNames().stream()
                        .filter(region -> name.length() > region.length())
                        .filter(name::startsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return name.substring(longest);
    }

    /// `财政、教育等部门`: fields joined to one phrase.
    private static boolean fields(String name) {
        return name.length() <= 70
                && name.indexOf('、') > 0
                && (name.endsWith("部门") || name.endsWith("人民政府") || name.endsWith("政府"));
    }
}
