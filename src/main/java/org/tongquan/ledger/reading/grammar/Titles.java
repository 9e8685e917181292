package org.tongquan.ledger.reading.grammar;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.Lines;
import org.tongquan.ledger.reading.text.Numbering;
import org.tongquan.ledger.reading.text.Numbering.Style;
import org.tongquan.ledger.reading.text.Words;

/// Decides where a numbered heading's title ends and its text begins. A first sentence on the
/// heading's own line is a title when it is short, something follows that it heads, and most
/// headings of the same style look alike in this document.
public final class Titles {
    public static final int LONGEST = 40;
    private static final int LONGEST_ALONE = 60;
    private static final int LONGEST_LABEL = 16;

    private static final int FEWEST_SIBLINGS = 2;

    /// A sentence longer than this right before a responsibility bracket is a task of its own, also
    /// when measures follow below it.
    private static final int LONGEST_WITH_DUTY = 20;

    /// A sentence with somebody who has to act is no title, however short.
    private static final Pattern OBLIGES =
            Pattern.compile("[^，。；：]{1,24}(?:局|委|厅|部|办|政府|部门|单位|[区县市地])(?:要|应|须|负责)");

    /// @param duty whether a responsibility bracket stands right behind
    private record Candidate(int end, boolean titled, boolean duty) {}

    private final String text;
    private final List<Line> lines;
    private final List<Heading> headings;

    public Titles(String text, List<Line> lines, List<Heading> headings) {
        this.text = text;
        this.lines = lines;
        this.headings = headings;
    }

    public void set() {
        Map<Style, int[]> votes = new EnumMap<>(Style.class);
        var candidates = new Candidate[headings.size()];
        for (int k = 0; k < headings.size(); k++) {
            var heading = headings.get(k);
            if (heading.style == null) {
                continue;
            }
            int limit = limit(k);
            int sure = sureEnd(heading, k, limit);
            if (sure >= 0) {
                heading.titleEnd = sure;
                continue;
            }
            var candidate = candidate(k, heading, limit);
            candidates[k] = candidate;
            if (candidate != null) {
                var vote = votes.computeIfAbsent(heading.style, _ -> new int[3]);
                vote[candidate.titled() ? 1 : 0]++;
                vote[2] += candidate.duty() && !candidate.titled() && heading.children ? 1 : 0;
            }
        }
        var families = families(candidates);
        for (int k = 0; k < headings.size(); k++) {
            var candidate = candidates[k];
            var heading = headings.get(k);
            if (candidate == null || !candidate.titled() || heading.style == null) {
                continue;
            }
            var vote = votes.getOrDefault(heading.style, new int[3]);
            if (candidate.duty() && vote[2] > 0) {
                continue;
            }
            boolean clause = heading.style == Style.CLAUSE_WORD;
            boolean titled = clause ? vote[1] >= vote[0] * 4 : vote[1] * 2 >= vote[0];
            var family = new Family(heading.parent, heading.style);
            boolean alike = families.getOrDefault(family, Tally.NONE).alike();
            if (titled || !clause && (heading.children || alike)) {
                heading.titleEnd = candidate.end();
            }
        }
    }

    /// Headings of one style under one heading.
    private record Family(@Nullable Heading parent, Style style) {}

    private record Tally(int titled, int all) {
        private static final Tally NONE = new Tally(0, 0);

        /// Whether all begin with a short sentence that something follows.
        boolean alike() {
            return titled == all && all >= FEWEST_SIBLINGS;
        }
    }

    private Map<Family, Tally> families(@Nullable Candidate[] candidates) {
        var families = new HashMap<Family, Tally>();
        for (int k = 0; k < candidates.length; k++) {
            var heading = headings.get(k);
            if (heading.style != null) {
                var candidate = candidates[k];
                int titled = candidate != null && candidate.titled() ? 1 : 0;
                families.merge(
                        new Family(heading.parent, heading.style),
                        new Tally(titled, 1),
                        (a, b) -> new Tally(a.titled + b.titled, a.all + b.all));
            }
        }
        return families;
    }

    /// End of the heading's own line or start of the next heading on it.
    private int limit(int k) {
        var heading = headings.get(k);
        int end = text.indexOf('\n', heading.mark);
        end = end < 0 ? text.length() : end;
        if (k + 1 < headings.size()) {
            end = Math.min(end, headings.get(k + 1).start);
        }
        return end;
    }

    /// Title end where no vote is needed, or -1.
    private int sureEnd(Heading heading, int k, int limit) {
        int stop = firstStop(heading.mark, limit);
        if (stop < 0) {
            if (limit - heading.mark > LONGEST_LABEL && text.charAt(limit - 1) == '：') {
                return heading.mark;
            }
            int bracket = trailingBracket(heading.mark, limit);
            int end = bracket < 0 ? limit : bracket;
            if (bracket >= 0 && end - heading.mark > LONGEST_WITH_DUTY) {
                return heading.mark;
            }
            boolean bare = !heading.children && !hasBodyBehind(k, limit) && isTask(heading, end);
            int split = spaced(heading, limit);
            if (split > 0) {
                return split;
            }
            return end - heading.mark <= LONGEST_ALONE && !bare ? end : heading.mark;
        }
        var standard = Words.STANDARD_TITLE.matcher(text).region(heading.mark, limit);
        if (standard.lookingAt()
                && stop - heading.mark > LONGEST
                && Characters.isHan(text.charAt(standard.end()))
                && "的和与及、".indexOf(text.charAt(standard.end())) < 0) {
            return standard.end();
        }
        int colon = text.indexOf('：', heading.mark);
        if (colon >= 0
                && colon < stop
                && colon - heading.mark <= LONGEST_LABEL
                && text.indexOf('，', heading.mark) < 0 | text.indexOf('，', heading.mark) > colon
                && !Words.LABEL.matcher(text).region(heading.mark, limit).lookingAt()) {
            return colon + 1;
        }
        return spaced(heading, limit);
    }

    /// `总体要求 以……`: a blank between title and text, or -1.
    private int spaced(Heading heading, int limit) {
        int from = Numbering.skipBlank(text, heading.mark, limit);
        int blank = text.indexOf(' ', from);
        boolean title =
                blank > from + 1
                        && blank < limit
                        && blank - from <= LONGEST
                        && limit - blank > LONGEST_LABEL
                        && firstStop(from, blank) < 0
                        && text.indexOf('，', blank) >= 0
                        && text.indexOf('，', blank) < limit
                        && (text.indexOf('，', from) > blank || blank - from <= 30);
        return title ? blank : -1;
    }

    private boolean isTask(Heading heading, int end) {
        return heading.level != Article.Level.CHAPTER
                && end - heading.mark >= 12
                && Words.TASK.matcher(text).region(heading.mark, end).find();
    }

    private @Nullable Candidate candidate(int k, Heading heading, int limit) {
        int stop = firstStop(heading.mark, limit);
        if (stop < 0) {
            return null;
        }
        int end = stop + 1;
        boolean semicolon = text.charAt(stop) == '；';
        boolean duty = isDuty(end, limit);
        boolean task = duty && end - heading.mark > LONGEST_WITH_DUTY;
        boolean body = hasWords(end, limit) || hasBodyBehind(k, limit) || heading.children;
        boolean tells =
                text.substring(heading.mark, stop)
                                .chars()
                                .anyMatch(c -> Characters.isDigit((char) c))
                        && text.substring(heading.mark, stop).indexOf('，') >= 0;
        tells |= OBLIGES.matcher(text).region(heading.mark, stop).lookingAt();
        boolean titled = !tells && !semicolon && !task && body && end - heading.mark <= LONGEST + 1;
        return new Candidate(end, titled, duty);
    }

    private boolean isDuty(int from, int limit) {
        int open = Numbering.skipBlank(text, from, limit);
        if (open >= limit || text.charAt(open) != '（' && text.charAt(open) != '【') {
            return false;
        }
        int close = Sentences.closing(text, open, limit);
        return close > 0 && Brackets.looksLike(text.substring(open + 1, close));
    }

    /// Sentence text behind `from`, responsibility brackets not counted.
    private boolean hasWords(int from, int limit) {
        int i = Numbering.skipBlank(text, from, limit);
        if (Words.LABEL.matcher(text).region(i, limit).lookingAt()
                || Words.DEADLINE_LABEL.matcher(text).region(i, limit).lookingAt()) {
            return false;
        }
        while (i < limit && (text.charAt(i) == '（' || text.charAt(i) == '【')) {
            int close = Sentences.closing(text, i, limit);
            if (close < 0) {
                return true;
            }
            i = Numbering.skipBlank(text, close + 1, limit);
        }
        return limit - i >= 2;
    }

    private boolean hasBodyBehind(int k, int limit) {
        int next = k + 1 < headings.size() ? headings.get(k + 1).start : text.length();
        for (int i = firstLine(limit); i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.start() >= next) {
                return false;
            }
            if (line.start() > limit
                    && line.role() == Role.CONTENT
                    && hasWords(line.start(), Math.min(next, line.end()))
                    && Lines.hasAny(text, line, "。；")) {
                return true;
            }
            if (line.start() > limit && line.role() != Role.CONTENT && line.role() != Role.TITLE) {
                return false;
            }
        }
        return false;
    }

    /// Index of the first line that starts behind `offset`.
    private int firstLine(int offset) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).start() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int trailingBracket(int from, int limit) {
        int end = limit;
        while (end > from && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end <= from || text.charAt(end - 1) != '）' && text.charAt(end - 1) != '】') {
            return -1;
        }
        int depth = 0;
        for (int i = end - 2; i >= from; i--) {
            char c = text.charAt(i);
            depth += c == '）' ? 1 : 0;
            if (c == '（' && depth > 0) {
                depth--;
            } else if (c == '（' || c == '【') {
                return Brackets.looksLike(text.substring(i + 1, end - 1)) ? i : -1;
            }
        }
        return -1;
    }

    private int firstStop(int from, int limit) {
        return Sentences.firstStop(text, from, limit);
    }
}
