package org.tongquan.ledger.reading.text;

import com.ibm.icu.text.Transliterator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Brings one character to the form the grammar is written in: simplified, full-width punctuation,
/// ASCII digits and letters. One character always becomes one character, so offsets hold.
///
/// Conversion is per character without context: a text that was converted wrongly from simplified
/// to traditional (several traditional forms share one simplified form) comes back right.
public final class Characters {
    /// Variants that the transliterator leaves alone, each followed by its simplified form.
    private static final String VARIANTS =
            "於于裏里裡里幹干乾干後后臺台檯台颱台佈布佔占週周係系繫系複复製制準准託托諮咨綫线羣群"
                    + "峯峰衞卫祇只纔才閒闲牆墙啓启啟启併并並并竝并麽么麼么鬥斗穀谷徵征遊游鍾钟捨舍"
                    + "嚮向闆板齣出衝冲剋克隻只僅仅錶表鬆松髮发彙汇匯汇眾众衆众産产產产污污汙污"
                    + "説说說说爲为為为淨净凈净內内黃黄強强敎教綠绿錄录歷历曆历勛勋羨羡劵券扺抵"
                    + "⻓长⻔门⻋车⻝食⾏行⼀一⼆二⼈人⼯工⽣生⽅方⼒力⼤大⼩小⽤用⽔水⽹网⾦金";

    private static final int UNKNOWN = 0;
    private static final AtomicIntegerArray CACHE = new AtomicIntegerArray(0x10000);

    private Characters() {}

    /// The simplified form of a Chinese character; any other character unchanged.
    public static char simplified(char c) {
        if (c < 0x2E80 || c > 0x9FFF && c < 0xF900 || c >= 0xFB00) {
            return c;
        }
        int known = CACHE.get(c);
        if (known != UNKNOWN) {
            return (char) known;
        }
        char result = convert(c);
        CACHE.set(c, result);
        return result;
    }

    private static char convert(char c) {
        int at = VARIANTS.indexOf(c);
        if (at >= 0) {
            return VARIANTS.charAt(at % 2 == 0 ? at + 1 : at);
        }
        if (c < 0x3400 || Simplified.HAS.get(c)) {
            return c;
        }
        var converted = Holder.TO_SIMPLIFIED.transliterate(String.valueOf(c));
        return converted.length() == 1 ? converted.charAt(0) : c;
    }

    public static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c == '〇';
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Space of any width, without line ends and tabs.
    public static boolean isBlank(char c) {
        return c == ' '
                || c == '\u00A0'
                || c == '\u3000'
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u202F'
                || c == '\u205F';
    }

    /// Invisible: zero-width characters, soft hyphen, byte order mark, carriage return.
    public static boolean isInvisible(char c) {
        return c == '\r'
                || c == '\u00AD'
                || c >= '\u200B' && c <= '\u200F'
                || c == '\u2060'
                || c == '\uFEFF';
    }

    /// Full-width form of plain punctuation, half-width form of wide digits and letters.
    public static char width(char c) {
        if (c >= '\uFF10' && c <= '\uFF19'
                || c >= '\uFF21' && c <= '\uFF3A'
                || c >= '\uFF41' && c <= '\uFF5A') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '(', '﹙' -> '（';
            case ')', '﹚' -> '）';
            case ';', '﹔' -> '；';
            case ':', '﹕', '∶' -> '：';
            case '!' -> '！';
            case '％', '﹪' -> '%';
            case '＋' -> '+';
            case '．' -> '.';
            case '～', '~', '〜', '∼' -> '～';
            case '－', '–', '—', '―', '─' -> '—';
            case '［' -> '[';
            case '］' -> ']';
            case '「', '〝', '『' -> '“';
            case '」', '〞', '』' -> '”';
            case '､' -> '、';
            case '｡' -> '。';
            case '≧' -> '≥';
            case '≦' -> '≤';
            case '•', '·', '‧', '・' -> '·';
            default -> c;
        };
    }

    /// The characters of GB/T 2312, all simplified: whoever reads nothing else never waits for the
    /// tables of the converter.
    private static final class Simplified {
        static final BitSet HAS = new BitSet(0x10000);
        private static final int FIRST_ROW = 0xB0;
        private static final int LAST_ROW = 0xF7;
        private static final int FIRST_CELL = 0xA1;
        private static final int LAST_CELL = 0xFE;

        static {
            var codes = new ByteArrayOutputStream();
            for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
                for (int cell = FIRST_CELL; cell <= LAST_CELL; cell++) {
                    codes.write(row);
                    codes.write(cell);
                }
            }
            codes.toString(Charset.forName("GB2312")).chars().forEach(HAS::set);
        }
    }

    private static final class Holder {
        static final Transliterator TO_SIMPLIFIED =
                Transliterator.getInstance("Traditional-Simplified");
    }
}
