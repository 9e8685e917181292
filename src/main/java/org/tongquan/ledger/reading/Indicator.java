package org.tongquan.ledger.reading;

import java.math.BigDecimal;

/// A number that is a target or a limit.
///
/// @param operator `>=`, `<=`, `~` or `=`
/// @param value 万 and 亿 expanded; per cent as a plain number with unit `%`
/// @param start place of the number in the original text
public record Indicator(
        String name,
        String operator,
        BigDecimal value,
        String unit,
        int start,
        int end,
        String rule) {
    /// A target relative to another figure, such as growth above that of the economy.
    public record Relative(String name, String operator, String to, int start, int end) {}
}
