package org.tongquan.ledger.reading.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// The normalised copy the grammar works on, with the way back to the original.
///
/// Characters are converted one by one ([Characters]); invisible ones, inserted pinyin in brackets,
/// page numbers and blanks next to digits or punctuation are left out. Wide gaps after a finished
/// sentence become line ends, so that text without line breaks falls into its paragraphs again.
public final class PlainText {
    /// Stands for a damaged character in the normalised text.
    public static final char LOST = '\uFFFD';

    private static final int GAP = 2;
    private static final int LONGEST_PINYIN = 24;

    private final String original;
    private final StringBuilder text;
    private int[] at;
    private boolean quoteOpen;

    private final boolean[] damaged;
    private final BitSet indented = new BitSet();
    private final List<Span> pageNumbers = new ArrayList<>();

    private PlainText(String original, boolean[] damaged) {
        this.original = original;
        this.damaged = damaged;
        this.text = new StringBuilder(original.length());
        this.at = new int[Math.max(16, original.length() + 1)];
    }

    public static PlainText of(String original) {
        return of(original, Damage.of(original));
    }

    /// @param damage damaged places; nothing there, nor the sign behind it, ends a sentence
    public static PlainText of(String original, List<Span> damage) {
        var damaged = new boolean[original.length() + 1];
        for (var span : damage) {
            int end = span.end();
            if (end < original.length() && "；，。、！!：;,".indexOf(original.charAt(end)) >= 0) {
                end++;
            }
            Arrays.fill(damaged, span.start(), end, true);
        }
        var plain = new PlainText(original, damaged);
        plain.normalise();
        return plain;
    }

    public String text() {
        return text.toString();
    }

    public String original() {
        return original;
    }

    /// Where in the original a normalised unit came from.
    public int origin(int index) {
        return index >= text.length() ? original.length() : at[index];
    }

    /// The original span of a normalised one.
    public Span origin(int start, int end) {
        return end <= start
                ? new Span(origin(start), origin(start))
                : new Span(at[start], at[end - 1] + 1);
    }

    public String verbatim(int start, int end) {
        var span = origin(start, end);
        return original.substring(span.start(), span.end());
    }

    /// A copy without the given units, for line ends that break a sentence.
    public PlainText without(Collection<Span> gaps) {
        var copy = new PlainText(original, damaged);
        int from = 0;
        for (var gap : gaps) {
            copy.append(this, from, gap.start());
            from = gap.end();
        }
        copy.append(this, from, text.length());
        copy.at = Arrays.copyOf(copy.at, copy.text.length() + 1);
        copy.pageNumbers.addAll(pageNumbers);
        return copy;
    }

    /// Where the original has numbers of its pages, left out of the text.
    public List<Span> pageNumbers() {
        return List.copyOf(pageNumbers);
    }

    /// Whether the line that starts at a normalised place was indented in the original.
    boolean isIndented(int start) {
        return indented.get(start);
    }

    private void append(PlainText other, int from, int to) {
        System.arraycopy(other.at, from, at, text.length(), to - from);
        text.append(other.text, from, to);
    }

    private void normalise() {
        int i = 0;
        while (i < original.length()) {
            i = step(i);
        }
        at = Arrays.copyOf(at, text.length() + 1);
    }

    private int step(int i) {
        char c = original.charAt(i);
        if (damaged[i]) {
            return put(LOST, i, i + 1);
        }
        if (c == '\n' || c == '\u2028' || c == '\u2029' || c == '\f' || c == '\u000B') {
            quoteOpen = false;
            return put('\n', i, i + 1);
        }
        if (c == '\r') {
            boolean alone = i + 1 >= original.length() || original.charAt(i + 1) != '\n';
            return alone ? put('\n', i, i + 1) : i + 1;
        }
        if (c == '\\' && i + 1 < original.length() && "nrt".indexOf(original.charAt(i + 1)) >= 0) {
            return put(original.charAt(i + 1) == 't' ? '\t' : '\n', i, i + 2);
        }
        if (Characters.isInvisible(c)) {
            return i + 1;
        }
        if (Characters.isBlank(c)) {
            return blanks(i);
        }
        int page = PageMarks.end(original, i);
        if (page > i) {
            pageNumbers.add(new Span(i, page));
            return page;
        }
        if (c == '(' || c == '（') {
            int end = pinyinEnd(i);
            if (end > i) {
                return end;
            }
        }
        return put(converted(c, i), i, i + 1);
    }

    private int put(char c, int from, int next) {
        at[text.length()] = from;
        text.append(c);
        return next;
    }

    private char converted(char c, int i) {
        return switch (c) {
            case ',' -> isThousands(i) ? ',' : '，';
            case '?' -> '？';
            case '.', '．' -> endsSentence(i) ? '。' : '.';
            case '"', '＂' -> {
                quoteOpen = !quoteOpen;
                yield quoteOpen ? '“' : '”';
            }
            default -> {
                char wide = Characters.width(c);
                yield Characters.simplified(wide);
            }
        };
    }

    private boolean isThousands(int i) {
        return i > 0 && Characters.isDigit(original.charAt(i - 1)) && digits(i + 1) == 3;
    }

    private int digits(int from) {
        int n = 0;
        while (from + n < original.length() && Characters.isDigit(original.charAt(from + n))) {
            n++;
        }
        return n;
    }

    /// A half-width full stop ends a sentence when it follows a word and no digit or letter comes.
    private boolean endsSentence(int i) {
        char before = i > 0 ? original.charAt(i - 1) : ' ';
        char after = i + 1 < original.length() ? original.charAt(i + 1) : '\n';
        boolean word =
                Characters.isHan(before)
                        || "”’\"）)》%％]】".indexOf(before) >= 0
                        || Characters.isLatin(before);
        boolean numeral = "一二三四五六七八九十".indexOf(before) >= 0 && atLineStart(i - 1);
        return word
                && !numeral
                && (!Characters.isDigit(after) || !Characters.isLatin(before))
                && !Characters.isLatin(after)
                && after != '.'
                && (Characters.isHan(before) || !Characters.isLatin(before) || after != ' ');
    }

    private boolean atLineStart(int i) {
        int back = i;
        while (back >= 0
                && ("一二三四五六七八九十".indexOf(original.charAt(back)) >= 0
                        || Characters.isBlank(original.charAt(back)))) {
            back--;
        }
        return back < 0 || original.charAt(back) == '\n';
    }

    /// Blanks: a wide gap after a finished sentence is a paragraph end, a single blank between two
    /// words stays, any other goes.
    private int blanks(int i) {
        int end = i;
        int wide = 0;
        while (end < original.length()
                && (Characters.isBlank(original.charAt(end))
                        || Characters.isInvisible(original.charAt(end)))) {
            if (original.charAt(end) == '\u3000') {
                wide++;
            }
            end++;
        }
        char before = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
        char after = end < original.length() ? original.charAt(end) : '\n';
        if (before == '\n' && (end - i >= GAP || wide > 0)) {
            indented.set(text.length());
        }
        if (before == '\n' || before == '\t' || after == '\n' || after == '\t' || after == '\r') {
            return end;
        }
        boolean gap = end - i >= GAP || wide > 0;
        if (gap && "。！？；）”】：".indexOf(before) >= 0) {
            return put('\n', i, end);
        }
        boolean words = isWord(before) && isWord(Characters.width(after)) && !mixed(before, after);
        return words || gap && isWord(before) && isWord(after) ? put(' ', i, end) : end;
    }

    private static boolean isWord(char c) {
        return Characters.isHan(c)
                || Characters.isDigit(c)
                || Characters.isLatin(c)
                || c == '”'
                || c == '》'
                || c == '》'
                || c == '“'
                || c == '《';
    }

    private static boolean mixed(char before, char after) {
        return Characters.isHan(before) != Characters.isHan(after)
                && (Characters.isDigit(before)
                        || Characters.isDigit(Characters.width(after))
                        || Characters.isLatin(before)
                        || Characters.isLatin(Characters.width(after)));
    }

    /// End of an inserted pronunciation such as `(luò)`, or `i` when there is none.
    private int pinyinEnd(int i) {
        if (i == 0 || !Characters.isHan(original.charAt(i - 1))) {
            return i;
        }
        boolean accent = false;
        for (int k = i + 1; k < original.length() && k - i <= LONGEST_PINYIN; k++) {
            char c = original.charAt(k);
            if (c == ')' || c == '）') {
                return accent ? k + 1 : i;
            }
            accent |= isToned(c);
            if (!Characters.isLatin(c) && !isToned(c) && c != ' ' && c != '\'') {
                return i;
            }
        }
        return i;
    }

    public static boolean isToned(char c) {
        return "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü".indexOf(c) >= 0;
    }
}
