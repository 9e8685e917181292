package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Numbering;
import org.tongquan.ledger.reading.text.Words;

/// Cuts a block into sentences, responsibility brackets and label runs.
public final class Sentences {
    public enum Kind {
        SENTENCE,
        BRACKET,
        LABEL
    }

    public record Piece(Kind kind, int start, int end) {}

    /// No sentence is longer; of what is, only the beginning is looked at.
    public static final int LONGEST = 4000;

    private static final int LONGEST_QUOTE = 400;
    private static final int LONGEST_BOOK = 200;

    private final String text;
    private final int limit;
    private final List<Piece> pieces = new ArrayList<>();
    private int from;

    private Sentences(String text, int start, int limit) {
        this.text = text;
        this.from = start;
        this.limit = limit;
    }

    public static List<Piece> of(String text, int start, int limit) {
        var sentences = new Sentences(text, start, limit);
        sentences.run();
        return sentences.pieces;
    }

    /// The first full stop or semicolon outside brackets, book titles and quotes, or -1.
    public static int firstStop(String text, int from, int limit) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (Words.TERMINATORS.indexOf(c) >= 0) {
                return i;
            }
            int close = skip(text, i, limit);
            if (close > 0 && c == '“' && endsInside(text, close, limit)) {
                return close;
            }
            i = close > 0 ? close + 1 : i + 1;
        }
        return -1;
    }

    /// Index of the bracket that closes the one at `i`, or -1.
    public static int closing(String text, int i, int limit) {
        char open = text.charAt(i);
        char close = open == '（' ? '）' : open == '【' ? '】' : open == '[' ? ']' : '）';
        int depth = 0;
        for (int k = i; k < limit && k - i < 1200; k++) {
            char c = text.charAt(k);
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return k;
            }
        }
        return -1;
    }

    /// End of a bracket, book title or quote that opens at `i`, or -1 when nothing opens here.
    private static int skip(String text, int i, int limit) {
        return switch (text.charAt(i)) {
            case '（', '【' -> closing(text, i, limit);
            case '《' -> find(text, '》', i, Math.min(limit, i + LONGEST_BOOK));
            case '“' -> find(text, '”', i, Math.min(limit, i + LONGEST_QUOTE));
            default -> -1;
        };
    }

    private static int find(String text, char mark, int from, int limit) {
        for (int k = from + 1; k < limit; k++) {
            if (text.charAt(k) == mark) {
                return k;
            }
        }
        return -1;
    }

    /// Whether a quote that closes at `close` ends its sentence.
    private static boolean endsInside(String text, int close, int limit) {
        boolean stop = Words.STOPS.indexOf(text.charAt(close - 1)) >= 0;
        return stop && (close + 1 >= limit || "，、；。：的等和及与）“《".indexOf(text.charAt(close + 1)) < 0);
    }

    private void run() {
        int i = from;
        while (i < limit) {
            if (i == from && labelAt(i)) {
                int end = labelsEnd(i);
                pieces.add(new Piece(Kind.LABEL, i, end));
                from = end;
                i = end;
                continue;
            }
            i = step(i);
        }
        close(limit);
    }

    /// A run of labels goes on as long as its parts are labels, or more units of the last one.
    private int labelsEnd(int start) {
        int i = start;
        while (i < limit) {
            int stop = i;
            while (stop < limit && Words.TERMINATORS.indexOf(text.charAt(stop)) < 0) {
                stop++;
            }
            i = Math.min(limit, stop + 1);
            int next = i;
            while (next < limit && Words.TERMINATORS.indexOf(text.charAt(next)) < 0) {
                next++;
            }
            boolean units = next > i && Brackets.looksLike(text.substring(i, next));
            if (!labelAt(i) && !units) {
                return i;
            }
        }
        return limit;
    }

    private boolean labelAt(int i) {
        int at = Numbering.skipBlank(text, i, limit);
        return at < limit
                && (Words.LABEL.matcher(text).region(at, Math.min(limit, at + 20)).lookingAt()
                        || Words.DEADLINE_LABEL
                                .matcher(text)
                                .region(at, Math.min(limit, at + 20))
                                .lookingAt());
    }

    private int step(int i) {
        char c = text.charAt(i);
        if (c == '（' || c == '【' || c == '[') {
            int close = closing(text, i, limit);
            if (close > 0 && stands(i, close) && Brackets.looksLike(text.substring(i + 1, close))) {
                return bracket(i, close);
            }
        }
        if (Words.TERMINATORS.indexOf(c) >= 0) {
            int end = i + 1;
            while (end < limit && (Words.TERMINATORS + "”").indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            close(end);
            return end;
        }
        int close = skip(text, i, limit);
        if (close > 0 && c == '“' && endsInside(text, close, limit)) {
            close(close + 1);
        }
        return close > 0 ? close + 1 : i + 1;
    }

    /// A responsibility bracket stands behind a sentence, never inside one.
    private boolean stands(int open, int close) {
        int back = open - 1;
        while (back >= from && text.charAt(back) <= ' ') {
            back--;
        }
        int next = Numbering.skipBlank(text, close + 1, limit);
        return back < from
                || Words.TERMINATORS.indexOf(text.charAt(back)) >= 0
                || next >= limit
                || Words.TERMINATORS.indexOf(text.charAt(next)) >= 0
                || "（【[".indexOf(text.charAt(next)) >= 0;
    }

    private int bracket(int open, int close) {
        close(open);
        int end = close + 1;
        while (end < limit && Words.TERMINATORS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        pieces.add(new Piece(Kind.BRACKET, open, end));
        from = end;
        return end;
    }

    private void close(int end) {
        int start = from;
        int stop = end;
        while (start < stop && (text.charAt(start) <= ' ' || text.charAt(start) == '”')) {
            start++;
        }
        while (stop > start && text.charAt(stop - 1) <= ' ') {
            stop--;
        }
        if (stop - start > 1 || stop > start && Characters.isHan(text.charAt(start))) {
            pieces.add(new Piece(Kind.SENTENCE, start, stop));
        }
        from = end;
    }
}
