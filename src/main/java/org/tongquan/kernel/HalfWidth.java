package org.tongquan.kernel;

/// Full-width Latin letters, digits, signs and spaces, as Chinese input methods type them, turned
/// into their half-width forms. Every other character stays; the length never changes.
final class HalfWidth {
    private static final char FULL_FIRST = '！';
    private static final char FULL_LAST = '～';
    private static final char FULL_SPACE = '\u3000';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int DISTANCE = FULL_FIRST - '!';

    private HalfWidth() {}

    static String of(String text) {
        var chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = of(chars[i]);
        }
        return new String(chars);
    }

    private static char of(char c) {
        if (c >= FULL_FIRST && c <= FULL_LAST) {
            return (char) (c - DISTANCE);
        }
        return c == FULL_SPACE || c == NO_BREAK_SPACE ? ' ' : c;
    }
}
