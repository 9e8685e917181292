package org.tongquan.ledger.reading.text;

import java.math.BigDecimal;

/// Chinese and Arabic numerals.
public final class Numerals {
    public static final String CHINESE = "一二三四五六七八九十百零〇两";

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /// Value of a Chinese numeral below one thousand, -1 when it is none.
    public static int chinese(CharSequence numeral) {
        int total = 0;
        int digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int value = c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
            if (value >= 0) {
                if (digit > 0 && numeral.length() == 4) {
                    return year(numeral);
                }
                digit = value;
            } else if (c == '十') {
                total += (digit < 0 ? 1 : digit) * 10;
                digit = 0;
            } else if (c == '百') {
                total += Math.max(digit, 1) * 100;
                digit = 0;
            } else {
                return -1;
            }
        }
        return numeral.isEmpty() ? -1 : total + Math.max(digit, 0);
    }

    /// A year written digit by digit, such as 二〇二〇, or -1.
    public static int year(CharSequence numeral) {
        int value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = c == '〇' ? 0 : DIGITS.indexOf(c);
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return numeral.length() == 4 ? value : -1;
    }

    /// Value of digits or of a Chinese numeral, -1 when it is neither.
    public static int number(String numeral) {
        if (numeral.isEmpty()) {
            return -1;
        }
        if (Characters.isDigit(numeral.charAt(0))) {
            return numeral.length() > 8 ? -1 : Integer.parseInt(numeral);
        }
        return chinese(numeral);
    }

    /// Digits with decimal point and thousands separators.
    public static BigDecimal decimal(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    /// 万 and 亿 as factors; a run such as 万亿 multiplies.
    public static BigDecimal scaled(BigDecimal value, String scale) {
        var result = value;
        for (int i = 0; i < scale.length(); i++) {
            result =
                    switch (scale.charAt(i)) {
                        case '亿' -> result.scaleByPowerOfTen(8);
                        case '万' -> result.scaleByPowerOfTen(4);
                        case '千' -> result.scaleByPowerOfTen(3);
                        case '百' -> result.scaleByPowerOfTen(2);
                        default -> result;
                    };
        }
        return result;
    }
}
