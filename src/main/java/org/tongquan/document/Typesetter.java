package org.tongquan.document;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.document.Typefaces.Glyph;

/// Breaks a text into lines by the Chinese rules and sets the characters on their pitch: one cell
/// for a full-width character, half cells for Latin words and numbers, which are kept together.
final class Typesetter {
    /// May not begin a line (避头).
    static final String NO_START = "、，。；：？！）〕】》〉」』”’…—％％℃·,.;:?!)]}%‰～〗﹚＞｝］｜／";

    /// May not end a line (避尾).
    static final String NO_END = "（〔【《〈「『“‘([{￥＄$〖｛［＜";

    /// A word is squeezed to no less than this before it takes another half cell.
    private static final float MOST_SQUEEZED = 0.88f;

    /// A line is stretched to the full width when at most so many cells are missing.
    private static final float MOST_STRETCHED = 3;

    /// How a text is to be set.
    ///
    /// @param cell pitch of a full-width character
    /// @param indent of the first line
    /// @param width of the lines
    /// @param justified lines broken inside a paragraph reach the right edge
    record Form(Face face, float size, float cell, float indent, float width, boolean justified) {}

    /// What stands together on a line: a full-width character, a word, a space.
    private record Token(List<Glyph> glyphs, float width, boolean isFull, boolean isSpace) {
        int first() {
            return glyphs.getFirst().codePoint();
        }

        int last() {
            return glyphs.getLast().codePoint();
        }
    }

    private final Typefaces typefaces;

    Typesetter(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /// At least one line, empty for an empty text.
    List<Line> set(String text, Form form) {
        var lines = new ArrayList<Line>();
        var indent = form.indent();
        for (var part : text.split("\n", -1)) {
            breakLines(tokens(part, form), form, indent, lines);
            indent = 0;
        }
        return lines;
    }

    /// One line as wide as the text asks for.
    Line setLine(String text, Face face, float size, float cell) {
        var form = new Form(face, size, cell, 0, Float.MAX_VALUE, false);
        return set(text.replace('\n', ' '), form).getFirst();
    }

    /// Whether a character takes a whole cell.
    static boolean isFull(int c) {
        return c >= 0x2E80 && c < 0xFF61
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F000
                || c >= 0x2010 && c <= 0x2027 && c != 0x2010 && c != 0x2011 && c != 0x2013
                || c >= 0x2030 && c <= 0x206F
                || c >= 0x2100 && c <= 0x2BFF
                || c == '·'
                || c == '×'
                || c == '÷'
                || c == '±'
                || c == '°';
    }

    private List<Token> tokens(String text, Form form) {
        var tokens = new ArrayList<Token>();
        var word = new ArrayList<Glyph>();
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == ' ' || isFull(c)) {
                                flush(word, form, tokens);
                            }
                            if (c == ' ') {
                                var gap = List.of(new Glyph(' ', form.face().file, 0.5f));
                                tokens.add(new Token(gap, form.cell() / 2, false, true));
                            } else if (isFull(c)) {
                                var glyph = List.of(typefaces.glyph(form.face(), c));
                                tokens.add(new Token(glyph, form.cell(), true, false));
                            } else {
                                word.add(typefaces.glyph(form.face(), c));
                            }
                        });
        flush(word, form, tokens);
        return tokens;
    }

    /// A word longer than a line is cut after as many characters as fit.
    private static void flush(List<Glyph> word, Form form, List<Token> tokens) {
        int start = 0;
        float natural = 0;
        for (int i = 0; i < word.size(); i++) {
            float advance = word.get(i).advance() * form.size();
            if (i > start && natural + advance > form.width() - form.cell()) {
                tokens.add(word(word.subList(start, i), natural, form));
                start = i;
                natural = 0;
            }
            natural += advance;
        }
        if (start < word.size()) {
            tokens.add(word(word.subList(start, word.size()), natural, form));
        }
        word.clear();
    }

    private static Token word(List<Glyph> glyphs, float natural, Form form) {
        float half = form.cell() / 2;
        double halves = Math.max(1, Math.ceil(natural * MOST_SQUEEZED / half - 0.01));
        return new Token(List.copyOf(glyphs), (float) (halves * half), false, false);
    }

    private static void breakLines(List<Token> tokens, Form form, float indent, List<Line> lines) {
        if (tokens.isEmpty()) {
            lines.add(Line.EMPTY);
            return;
        }
        int start = 0;
        float left = indent;
        while (start < tokens.size()) {
            int end = endOfLine(tokens, start, form.width() - left);
            boolean isLast = end == tokens.size();
            lines.add(place(trimmed(tokens, start, end), form, left, !isLast));
            start = end;
            while (start < tokens.size() && tokens.get(start).isSpace()) {
                start++;
            }
            left = 0;
        }
    }

    /// The end of the longest piece that fits and may be followed by a line break.
    private static int endOfLine(List<Token> tokens, int start, float room) {
        float width = 0;
        int allowed = -1;
        for (int i = start; i < tokens.size(); i++) {
            if (i > start && mayBreak(tokens.get(i - 1), tokens.get(i))) {
                allowed = i;
            }
            var token = tokens.get(i);
            width += token.width();
            if (width > room + 0.01f && !token.isSpace()) {
                return allowed > 0 ? allowed : Math.max(i, start + 1);
            }
        }
        return tokens.size();
    }

    private static boolean mayBreak(Token before, Token after) {
        return NO_START.indexOf(after.first()) < 0 && NO_END.indexOf(before.last()) < 0;
    }

    private static List<Token> trimmed(List<Token> tokens, int start, int end) {
        int stop = end;
        while (stop > start && tokens.get(stop - 1).isSpace()) {
            stop--;
        }
        return tokens.subList(start, stop);
    }

    private static Line place(List<Token> tokens, Form form, float left, boolean isBroken) {
        float width = left;
        for (var token : tokens) {
            width += token.width();
        }
        float missing = form.width() - width;
        float extra = 0;
        if (isBroken && form.justified() && missing < MOST_STRETCHED * form.cell()) {
            extra = Math.max(0, missing) / Math.max(1, tokens.size() - 1);
        }
        var runs = new ArrayList<Line.Run>();
        float x = left;
        int i = 0;
        while (i < tokens.size()) {
            int next = sameRun(tokens, i);
            if (!tokens.get(i).isSpace()) {
                runs.add(run(tokens.subList(i, next), form, x, extra));
            }
            for (; i < next; i++) {
                x += tokens.get(i).width() + extra;
            }
        }
        return new Line(List.copyOf(runs), tokens.isEmpty() ? left : x - extra);
    }

    /// The end of the run of plain full-width characters that starts here, else the next token.
    private static int sameRun(List<Token> tokens, int start) {
        int end = start + 1;
        while (end < tokens.size() && isEven(tokens.get(start)) && isEven(tokens.get(end))) {
            var before = tokens.get(start).glyphs().getFirst().file();
            if (before != tokens.get(end).glyphs().getFirst().file()) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isEven(Token token) {
        return token.isFull() && token.glyphs().getFirst().advance() == 1;
    }

    private static Line.Run run(List<Token> tokens, Form form, float x, float extra) {
        var glyphs = tokens.stream().flatMap(token -> token.glyphs().stream()).toList();
        var text = new StringBuilder();
        float natural = 0;
        for (var glyph : glyphs) {
            text.appendCodePoint(glyph.codePoint());
            natural += glyph.advance() * form.size();
        }
        var file = glyphs.getFirst().file();
        var first = tokens.getFirst();
        if (isEven(first)) {
            return new Line.Run(x, text.toString(), file, form.cell() - form.size() + extra, 1);
        }
        if (natural > first.width() || first.first() == '—') {
            return new Line.Run(x, text.toString(), file, 0, first.width() / natural);
        }
        float spacing = (first.width() - natural) / glyphs.size();
        return new Line.Run(x + spacing / 2, text.toString(), file, spacing, 1);
    }
}
