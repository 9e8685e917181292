package org.tongquan.ledger.reading.text;

/// Page numbers that a copy of a printed document carries along, also in the middle of a sentence:
/// `— 3 —`, or `-3-` on a line of its own.
final class PageMarks {
    private static final String DASHES = "—―－–-─";
    private static final int MOST_DASHES = 2;
    private static final int MOST_DIGITS = 3;

    private PageMarks() {}

    /// Behind the mark that starts at `i` and the blanks after it, or `i` when there is none.
    static int end(String text, int i) {
        if (DASHES.indexOf(text.charAt(i)) < 0) {
            return i;
        }
        int dash = run(text, i, MOST_DASHES, DASHES);
        int number = blanks(text, dash);
        int digits = number;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        int close = blanks(text, digits);
        int end = run(text, close, MOST_DASHES, DASHES);
        if (end == close || digits == number || digits - number > MOST_DIGITS) {
            return i;
        }
        int next = blanks(text, end);
        boolean apart = number > dash && close > digits;
        boolean opens = isEdge(text, lastBefore(text, i));
        boolean alone = opens && isEdge(text, next);
        return alone || apart && (text.charAt(i) == '—' || behindStop(text, i)) ? next : i;
    }

    private static int run(String text, int from, int most, String marks) {
        int end = from;
        while (end < text.length() && end - from < most && marks.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int blanks(String text, int from) {
        int end = from;
        while (end < text.length() && Characters.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Index of the last character before `i` that is no blank, or -1.
    private static int lastBefore(String text, int i) {
        int back = i - 1;
        while (back >= 0 && Characters.isBlank(text.charAt(back))) {
            back--;
        }
        return back;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || "\n\r\f".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean behindStop(String text, int i) {
        int back = lastBefore(text, i);
        return back >= 0 && "。！？；）】”.;)]\"".indexOf(text.charAt(back)) >= 0;
    }
}
