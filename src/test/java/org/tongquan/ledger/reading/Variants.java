package org.tongquan.ledger.reading;

import com.ibm.icu.text.Transliterator;
import org.tongquan.ledger.reading.text.Characters;

/// The same text in other clothes, unit for unit, so that every span stays where it was.
final class Variants {
    private static final Transliterator TO_TRADITIONAL =
            Transliterator.getInstance("Simplified-Traditional");

    private Variants() {}

    static String traditional(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String c = TO_TRADITIONAL.transliterate(text.substring(i, i + 1));
            out.append(c.length() == 1 ? c.charAt(0) : text.charAt(i));
        }
        return out.toString();
    }

    /// As published by a careless converter: variants that are wrong for the word.
    static String wronglyTraditional(String text) {
        return traditional(text)
                .replace('里', '裏')
                .replace('干', '幹')
                .replace('后', '後')
                .replace('于', '於')
                .replace('台', '臺');
    }

    static String halfWidth(String text) {
        String from = "，；：（）？！";
        String to = ",;:()?!";
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int at = from.indexOf(text.charAt(i));
            out.append(at < 0 ? text.charAt(i) : to.charAt(at));
        }
        return out.toString();
    }

    static String halfWidthWithStops(String text) {
        return halfWidth(text).replace('。', '.');
    }

    static String wideDigits(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Characters.isDigit(c) ? (char) (c + 0xFEE0) : c);
        }
        return out.toString();
    }
}
