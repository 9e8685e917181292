package org.tongquan.ledger.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts the normalised text into paragraphs and finds line ends that break a sentence: hard-wrapped
/// text, or a page whose columns were pasted one below the other.
public final class Lines {
    /// A line shorter than this is not assumed to be broken in the middle of a sentence.
    private static final int SHORTEST_BROKEN = 24;
    private static final int SHORTEST_WIDTH = 12;
    private static final int LONGEST_WIDTH = 120;

    private static final Pattern FRESH_START =
            Pattern.compile(
                    "^(?:索 *引 *号|发布(?:机构|机关|日期|时间)|成文日期|发文(?:机关|字号)|主题分类|标 *题：|名 *称：|字体|来源：|文号："
                            + "|附件|（此件|——|[●■◆▲*#]|20\\d\\d年\\d{1,2}月\\d{1,2}日$)");

    /// An adverbial with its comma: the line is a sentence, no headline.
    private static final Pattern OPENS_SENTENCE =
            Pattern.compile("^(?:在[^，。；]{2,12}(?:方面|领域|基础上|过程中)|同时|此外|其中|与此同时|为此)，");

    /// A line end that breaks a sentence, in units of the normalised text.
    public record Break(Span gap, boolean columns) {}

    private Lines() {}

    public static List<Line> of(String text) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                add(lines, text, start, i);
                start = i + 1;
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end > start) {
            lines.add(new Line(start, end, Line.Role.CONTENT));
        }
    }

    public static List<Break> breaks(PlainText plain) {
        String text = plain.text();
        var lines = of(text);
        boolean wrapped = isWrapped(text, lines);
        boolean indents =
                wrapped && lines.stream().filter(l -> plain.isIndented(l.start())).count() >= 3;
        int width = width(lines);
        var breaks = new ArrayList<Break>();
        int depth = 0;
        for (int k = 0; k + 1 < lines.size(); k++) {
            var line = lines.get(k);
            var next = lines.get(k + 1);
            depth = Math.max(0, depth + brackets(text, line));
            boolean full = line.length() * 10 >= width * 8;
            boolean bracketed = wrapped && (full && depth > 0 || fills(text, line, next, width));
            boolean inside =
                    indents
                            ? insideParagraph(plain, text, line, next, width)
                            : bracketed || continues(text, line, next, wrapped, width);
            if (inside) {
                breaks.add(new Break(new Span(line.end(), next.start()), !wrapped));
            } else {
                depth = 0;
            }
        }
        return breaks;
    }

    /// In a wrapped text with indented paragraphs a full line goes on in the next one unless that
    /// is indented or starts afresh.
    private static boolean insideParagraph(
            PlainText plain, String text, Line line, Line next, int width) {
        return line.length() * 10 >= width * 8
                && !plain.isIndented(next.start())
                && !hasAny(text, line, "\t")
                && !isLabel(text, next)
                && !isNumbered(text, line, next)
                && !FRESH_START.matcher(text).region(next.start(), next.end()).lookingAt();
    }

    private static boolean continues(
            String text, Line line, Line next, boolean wrapped, int width) {
        char last = text.charAt(line.end() - 1);
        if (brackets(text, line) > 0 && brackets(text, next) < 0 && !isNumbered(text, line, next)) {
            return true;
        }
        if ("。！？；：）】”》…".indexOf(last) >= 0
                || hasAny(text, line, "\t")
                || isLabel(text, line)
                || isLabel(text, next)
                || isNumbered(text, line, next)
                || FRESH_START.matcher(text).region(next.start(), next.end()).lookingAt()) {
            return false;
        }
        boolean sentence = hasAny(text, line, "，。；");
        if (!wrapped && OPENS_SENTENCE.matcher(text).region(line.start(), line.end()).lookingAt()) {
            return hasAny(text, next, "，。；");
        }
        boolean nextSentence = hasAny(text, next, "，。；");
        if (wrapped) {
            boolean full = line.length() * 10 >= width * 8;
            return full && (sentence || nextSentence || hasAny(text, line, "、（"));
        }
        if (isOpen(text, line) && line.length() >= 8 && nextSentence) {
            return true;
        }
        if ((last == '，' || last == '、') && nextSentence) {
            return true;
        }
        boolean heading =
                Numbering.at(text, line.start(), line.end()) != null && !hasAny(text, line, "。；");
        return line.length() >= SHORTEST_BROKEN && sentence && nextSentence && !heading;
    }

    /// A line that fills the page goes on in the next one even behind a full stop: far fewer
    /// paragraphs than sentences end just there.
    private static boolean fills(String text, Line line, Line next, int width) {
        return line.length() >= width - 1
                && text.charAt(line.end() - 1) != '：'
                && !hasAny(text, line, "\t")
                && !isNumbered(text, line, next)
                && !isLabel(text, line)
                && !isLabel(text, next)
                && next.length() > 1
                && hasAny(text, line, "，。；、")
                && !FRESH_START.matcher(text).region(next.start(), next.end()).lookingAt();
    }

    /// A number opens the next line, and not the second half of a decimal: `达到` and `1.3亿`.
    private static boolean isNumbered(String text, Line line, Line next) {
        var token = Numbering.at(text, next.start(), next.end());
        if (token == null) {
            return false;
        }
        boolean decimal =
                token.end() < next.end()
                        && Characters.isDigit(text.charAt(token.end()))
                        && "。！？；：".indexOf(text.charAt(line.end() - 1)) < 0;
        return !decimal;
    }

    /// Brackets opened and not closed in a line, less those closed and not opened.
    private static int brackets(String text, Line line) {
        int depth = 0;
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
        }
        return depth;
    }

    private static boolean isLabel(String text, Line line) {
        int to = Math.min(line.end(), line.start() + 20);
        return Words.LABEL.matcher(text).region(line.start(), to).lookingAt()
                || Words.DEADLINE_LABEL.matcher(text).region(line.start(), to).lookingAt();
    }

    /// A quote or book title that opens in the line and is not closed in it.
    private static boolean isOpen(String text, Line line) {
        int quotes = 0;
        int books = 0;
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            quotes += c == '“' ? 1 : c == '”' ? -1 : 0;
            books += c == '《' ? 1 : c == '》' ? -1 : 0;
        }
        return quotes == 1 || books == 1;
    }

    /// The width of the page: what nine of ten lines keep to; a line of the site around may be
    // wider.
    private static int width(List<Line> lines) {
        var lengths =
                lines.stream()
                        .mapToInt(Line::length)
                        .filter(n -> n >= SHORTEST_WIDTH)
                        .sorted()
                        .toArray();
        return lengths.length == 0 ? 0 : lengths[(lengths.length - 1) * 9 / 10];
    }

    /// Most of the longer lines stop in the middle of a sentence at about the same width.
    private static boolean isWrapped(String text, List<Line> lines) {
        int width = width(lines);
        int longest = lines.stream().mapToInt(Line::length).max().orElse(0);
        if (width < SHORTEST_WIDTH || longest > Math.min(LONGEST_WIDTH, 2 * width)) {
            return false;
        }
        int full = 0;
        int open = 0;
        for (var line : lines) {
            if (line.length() * 10 >= width * 8) {
                full++;
                if ("。！？；：）】".indexOf(text.charAt(line.end() - 1)) < 0) {
                    open++;
                }
            }
        }
        return full >= 4 && full * 3 >= lines.size() && open * 10 >= full * 6;
    }

    public static boolean hasAny(String text, Line line, String marks) {
        for (int i = line.start(); i < line.end(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
