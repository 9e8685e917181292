package org.tongquan.ledger.reading.text;

import java.util.ArrayList;
import java.util.List;

/// Places where characters were lost: replacement characters, boxes, question marks in the middle
// of
/// words, foreign letters from a wrong decoding.
public final class Damage {
    private static final int NEAR = 4;

    private Damage() {}

    /// Damaged stretches of the original text, neighbouring ones joined.
    public static List<Span> of(String text) {
        var spans = new ArrayList<Span>();
        for (int i = 0; i < text.length(); i++) {
            if (!isDamaged(text, i)) {
                continue;
            }
            if (!spans.isEmpty() && i - spans.getLast().end() <= NEAR) {
                spans.set(spans.size() - 1, new Span(spans.getLast().start(), i + 1));
            } else {
                spans.add(new Span(i, i + 1));
            }
        }
        return spans;
    }

    private static boolean isDamaged(String text, int i) {
        char c = text.charAt(i);
        if (c == 0xFFFD || c >= 0xE000 && c <= 0xF8FF || c >= 0x80 && c < 0xA0) {
            return true;
        }
        if (c < ' ') {
            return c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000B';
        }
        char before = i > 0 ? text.charAt(i - 1) : '\n';
        char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        if (c == '?') {
            return isQuestionDamage(before, after);
        }
        if (c == '□' || c == '■' || c == '▯' || c == '☐') {
            return Characters.isHan(before) && (Characters.isHan(after) || isBox(after));
        }
        boolean bopomofo = c >= 0x3105 && c <= 0x312F;
        boolean rareSign = c == '☉' || c == '♀' || c == '♂';
        boolean toned = PlainText.isToned(c) && Characters.isHan(before) && Characters.isHan(after);
        boolean classic =
                c == '锟' && after == '斤'
                        || c == '斤' && after == '拷'
                        || c == '拷' && before == '斤'
                        || c == '烫' && after == '烫';
        return (bopomofo || rareSign) && Characters.isHan(before) || toned || classic;
    }

    private static boolean isBox(char c) {
        return c == '□' || c == '■';
    }

    private static boolean isQuestionDamage(char before, char after) {
        boolean mark = "；，。、：）;,:)!！”?".indexOf(after) >= 0;
        return Characters.isHan(before) && mark
                || before == '?'
                || before == '\n' && (mark || Characters.isHan(after))
                || Characters.isHan(before) && after >= 'a' && after <= 'z';
    }
}
