package org.tongquan.ledger.reading.text;

import org.jspecify.annotations.Nullable;

/// Recognises numbering tokens: 第一章, 第一条, 一、, （一）, 1., （1）. Whether a token is a heading is
/// decided by [Outline], which knows the number it expects.
public final class Numbering {
    private static final int LONGEST = 6;

    /// Numbering styles from the outermost to the innermost.
    public enum Style {
        CHAPTER_WORD,
        PART_WORD,
        CLAUSE_WORD,
        CHINESE_COMMA,
        CHINESE_BRACKET,
        ARABIC_DOT,
        ARABIC_BRACKET,
        CIRCLED
    }

    /// A token at `start`; `end` is behind its punctuation.
    public record Token(Style style, int number, int start, int end) {}

    private Numbering() {}

    public static @Nullable Token at(String text, int i, int limit) {
        if (i >= limit) {
            return null;
        }
        char c = text.charAt(i);
        if (c == '第') {
            return word(text, i, limit);
        }
        if (c == '（' || c == '(') {
            return bracket(text, i, limit);
        }
        if (c >= '㈠' && c <= '㈩') {
            return new Token(Style.CHINESE_BRACKET, c - '㈠' + 1, i, i + 1);
        }
        if (c >= '①' && c <= '⑳') {
            return new Token(Style.CIRCLED, c - '①' + 1, i, i + 1);
        }
        if (c >= '⑴' && c <= '⒇') {
            return new Token(Style.ARABIC_BRACKET, c - '⑴' + 1, i, i + 1);
        }
        if (c >= '⒈' && c <= '⒛') {
            return new Token(Style.ARABIC_DOT, c - '⒈' + 1, i, i + 1);
        }
        if (Characters.isDigit(c)) {
            return arabic(text, i, limit);
        }
        return Numerals.CHINESE.indexOf(c) >= 0 ? chinese(text, i, limit) : null;
    }

    private static @Nullable Token word(String text, int i, int limit) {
        int end = numeralEnd(text, skipBlank(text, i + 1, limit), limit);
        int from = skipBlank(text, i + 1, limit);
        int word = skipBlank(text, end, limit);
        if (end == from || word >= limit) {
            return null;
        }
        int number = Numerals.number(text.substring(from, end));
        char c = text.charAt(word);
        var style =
                switch (c) {
                    case '章', '编', '篇' -> Style.CHAPTER_WORD;
                    case '节' -> Style.PART_WORD;
                    case '条' -> Style.CLAUSE_WORD;
                    default -> text.startsWith("部分", word) ? Style.CHAPTER_WORD : null;
                };
        if (style == null || number < 1) {
            return null;
        }
        int close = word + (c == '部' ? 2 : 1);
        return new Token(style, number, i, close);
    }

    private static @Nullable Token bracket(String text, int i, int limit) {
        int from = skipBlank(text, i + 1, limit);
        int end = numeralEnd(text, from, limit);
        int close = skipBlank(text, end, limit);
        if (end == from || close >= limit || text.charAt(close) != '）') {
            return null;
        }
        int number = Numerals.number(text.substring(from, end));
        if (number < 1 || number > 300) {
            return null;
        }
        var style =
                Characters.isDigit(text.charAt(from))
                        ? Style.ARABIC_BRACKET
                        : Style.CHINESE_BRACKET;
        return new Token(style, number, i, close + 1);
    }

    private static @Nullable Token chinese(String text, int i, int limit) {
        int end = numeralEnd(text, i, limit);
        int mark = skipBlank(text, end, limit);
        if (mark >= limit || "、.．".indexOf(text.charAt(mark)) < 0) {
            return null;
        }
        int number = Numerals.number(text.substring(i, end));
        return number < 1 || number > 99
                ? null
                : new Token(Style.CHINESE_COMMA, number, i, mark + 1);
    }

    private static @Nullable Token arabic(String text, int i, int limit) {
        if (i > 0 && (Characters.isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == '.')) {
            return null;
        }
        int end = numeralEnd(text, i, limit);
        int mark = skipBlank(text, end, limit);
        if (mark >= limit || end - i > 3) {
            return null;
        }
        int number = Numerals.number(text.substring(i, end));
        char c = text.charAt(mark);
        if (c == '）') {
            return new Token(Style.ARABIC_BRACKET, number, i, mark + 1);
        }
        if (c != '.' && c != '、' || number < 1) {
            return null;
        }
        boolean zero = mark + 1 < limit && text.charAt(mark + 1) == '0';
        return zero ? null : new Token(Style.ARABIC_DOT, number, i, mark + 1);
    }

    private static int numeralEnd(String text, int from, int limit) {
        int end = from;
        boolean digits = from < limit && Characters.isDigit(text.charAt(from));
        while (end < limit
                && end - from < LONGEST
                && (digits
                        ? Characters.isDigit(text.charAt(end))
                        : Numerals.CHINESE.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    public static int skipBlank(String text, int from, int limit) {
        int i = from;
        while (i < limit && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
