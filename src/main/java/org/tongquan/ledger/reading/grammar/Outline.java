package org.tongquan.ledger.reading.grammar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.Numbering;
import org.tongquan.ledger.reading.text.Numbering.Style;
import org.tongquan.ledger.reading.text.Numbering.Token;
import org.tongquan.ledger.reading.text.Numerals;

/// Finds the headings by a state machine: a number is a heading only if it continues its level's
/// sequence, also inside a running line of a copy without line breaks.
public final class Outline {
    private static final int TITLE_WITHOUT_STOP = 60;
    private static final int SHORT_TITLE = 20;
    private static final int YEAR_DIGITS = 4;

    /// A number that does not continue its sequence although it stands like a heading.
    public record Jump(int at, int expected, int found) {}

    private final String text;
    private final List<Line> lines;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final Deque<Heading> open = new ArrayDeque<>();
    private final Map<Style, Integer> last = new EnumMap<>(Style.class);
    private final Map<Style, Boolean> fresh = new EnumMap<>(Style.class);

    private Outline(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    public static Outline of(String text, List<Line> lines) {
        var outline = new Outline(text, lines);
        outline.scan();
        new Titles(text, lines, outline.headings).set();
        return outline;
    }

    public List<Heading> headings() {
        return headings;
    }

    public List<Jump> jumps() {
        return jumps;
    }

    /// Whether a text has numbered headings at all: two numbers in sequence of one outer style.
    public static boolean isNumbered(String text) {
        for (var pair :
                List.of(
                        "一、|二、",
                        "（一）|（二）",
                        "第一条|第二条",
                        "第一章|第二章",
                        "二、|三、",
                        "三、|四、",
                        "一、|（一）",
                        "一、|1.",
                        "一、|1、",
                        "第一部分|第二部分",
                        "①|②")) {
            int bar = pair.indexOf('|');
            int first = boundary(text, pair.substring(0, bar), 0);
            if (first >= 0 && boundary(text, pair.substring(bar + 1), first) > first) {
                return true;
            }
        }
        int inner = text.indexOf("（一）");
        return inner >= 0 && boundary(text, "（二）", inner) > inner;
    }

    private static int boundary(String text, String token, int from) {
        for (int i = text.indexOf(token, from); i >= 0; i = text.indexOf(token, i + 1)) {
            if (i == 0 || "。！？；）】”：\n 　".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void scan() {
        Role before = Role.CONTENT;
        for (var line : lines) {
            switch (line.role()) {
                case CONTENT -> scan(line);
                case HEADLINE -> section(line);
                case ATTACHMENT -> reset();
                case TITLE -> {
                    if (before == Role.SIGNATURE || before == Role.NOTE) {
                        reset();
                    }
                }
                default -> {}
            }
            before = line.role();
        }
    }

    private void reset() {
        last.clear();
        fresh.clear();
        open.clear();
    }

    private void section(Line line) {
        var heading = new Heading(Article.Level.SECTION, null, line.start(), line.start(), null);
        heading.titleEnd = line.end();
        headings.add(heading);
        open.clear();
        open.push(heading);
    }

    private void scan(Line line) {
        int books = 0;
        int i = line.start();
        while (i < line.end()) {
            char c = text.charAt(i);
            books += c == '《' ? 1 : c == '》' && books > 0 ? -1 : 0;
            var token = books == 0 ? Numbering.at(text, i, line.end()) : null;
            if (token != null && accepts(token, line)) {
                open(token);
                i = token.end();
            } else {
                i++;
            }
        }
    }

    private boolean accepts(Token token, Line line) {
        boolean atStart = token.start() == line.start();
        if (isReference(token) || !atStart && !mayStandInside(token, line)) {
            return false;
        }
        if (token.style() == Style.CIRCLED && !(atStart && isTitled(token, line))) {
            return false;
        }
        int before = last.getOrDefault(token.style(), 0);
        int number = token.number();
        if (number == before + 1 || number == 1 && fresh.getOrDefault(token.style(), true)) {
            return true;
        }
        boolean chinese = token.style().compareTo(Style.CHINESE_BRACKET) <= 0;
        if (!atStart || !chinese) {
            return false;
        }
        if (before == 0) {
            return number <= 60 && followed(token);
        }
        if (number == 1 && followed(token)) {
            return true;
        }
        if (number >= before) {
            jumps.add(new Jump(token.start(), before + 1, number));
            return true;
        }
        return false;
    }

    /// Whether a short sentence stands behind the number, and text behind that: a circled number
    /// without a title only counts.
    private boolean isTitled(Token token, Line line) {
        int stop = text.indexOf('。', token.end());
        int comma = text.indexOf('，', token.end());
        return stop > 0
                && stop - token.end() <= SHORT_TITLE
                && stop + 1 < line.end()
                && (comma < 0 || comma > stop);
    }

    /// `第三条规定`, `第（二）项`: a reference to another place, not a heading.
    private boolean isReference(Token token) {
        int at = token.start();
        if (at > 0 && "第条款项附".indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        if (token.style() == Style.CHINESE_COMMA && isRun(token) || isRange(token)) {
            return true;
        }
        boolean word = token.style().compareTo(Style.CLAUSE_WORD) <= 0;
        return word
                && token.end() < text.length()
                && "规所的至、和及第款项，。）》".indexOf(text.charAt(token.end())) >= 0;
    }

    /// `（一）至（三）项`: numbers of other items, not a heading.
    private boolean isRange(Token token) {
        int at = token.end();
        var next =
                at < text.length() && "至—、和到".indexOf(text.charAt(at)) >= 0
                        ? Numbering.at(text, at + 1, text.length())
                        : null;
        return next != null && next.style() == token.style();
    }

    /// `一、二级医院`: two numbers of a run, not a heading.
    private boolean isRun(Token token) {
        int at = token.end();
        if (at + 1 >= text.length()) {
            return false;
        }
        int next = Numerals.chinese(text.substring(at, at + 1));
        return next == token.number() + 1 && Numerals.CHINESE.indexOf(text.charAt(at + 1)) < 0;
    }

    private boolean mayStandInside(Token token, Line line) {
        int back = token.start() - 1;
        while (back > line.start() && text.charAt(back) == ' ') {
            back--;
        }
        char prev = text.charAt(back);
        return switch (token.style()) {
            case CHINESE_COMMA, CHAPTER_WORD, PART_WORD, CLAUSE_WORD ->
                    "。！？；）】”：".indexOf(prev) >= 0;
            case CHINESE_BRACKET -> "。！？；）】”：".indexOf(prev) >= 0 || inOpenTitle(token);
            case ARABIC_DOT ->
                    "。！？）】".indexOf(prev) >= 0
                            || inOpenTitle(token) && !isDecimal(token)
                            || text.startsWith("措施：", back - 2);
            case ARABIC_BRACKET, CIRCLED ->
                    "。！？".indexOf(prev) >= 0 || text.startsWith("措施：", back - 2);
        };
    }

    /// `资金1.2亿元`: a fraction, not a number with a title; a year has four digits.
    private boolean isDecimal(Token token) {
        int end = token.end();
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        return end > token.end() && end - token.end() < YEAR_DIGITS;
    }

    /// In a running line a title has no full stop; the first number below it ends it.
    private boolean inOpenTitle(Token token) {
        if (headings.isEmpty()) {
            return false;
        }
        var heading = headings.getLast();
        if (heading.style == null
                || heading.style.compareTo(token.style()) >= 0
                || token.start() - heading.mark > TITLE_WITHOUT_STOP) {
            return false;
        }
        for (int i = heading.mark; i < token.start(); i++) {
            if ("。！？；\n".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return token.start() > heading.mark + 1;
    }

    /// An excerpt may start in the middle: then the next number of the style must come later.
    private boolean followed(Token token) {
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.start() <= token.start() || line.role() != Role.CONTENT) {
                continue;
            }
            var other = Numbering.at(text, line.start(), line.end());
            if (other != null
                    && other.style() == token.style()
                    && other.number() == token.number() + 1) {
                return true;
            }
        }
        return false;
    }

    private void open(Token token) {
        while (!open.isEmpty() && !isOuter(open.peek(), token.style())) {
            open.pop();
        }
        var parent = open.peek();
        if (parent != null) {
            parent.children = true;
        }
        var heading =
                new Heading(
                        level(token.style(), parent), token, token.start(), token.end(), parent);
        headings.add(heading);
        open.push(heading);
        last.put(token.style(), token.number());
        fresh.put(token.style(), false);
        for (var style : Style.values()) {
            if (style.compareTo(token.style()) > 0) {
                fresh.put(style, true);
            }
        }
    }

    private static boolean isOuter(Heading heading, Style style) {
        return heading.style == null || heading.style.compareTo(style) < 0;
    }

    private static Article.Level level(Style style, @Nullable Heading parent) {
        if (style == Style.CHAPTER_WORD) {
            return Article.Level.CHAPTER;
        }
        if (style == Style.CLAUSE_WORD) {
            return Article.Level.ARTICLE;
        }
        if (parent == null || parent.level == Article.Level.SECTION) {
            return switch (style) {
                case CHINESE_COMMA -> Article.Level.CHAPTER;
                case CHINESE_BRACKET, PART_WORD -> Article.Level.ARTICLE;
                default -> Article.Level.MEASURE;
            };
        }
        return parent.level == Article.Level.CHAPTER
                ? Article.Level.ARTICLE
                : Article.Level.MEASURE;
    }
}
