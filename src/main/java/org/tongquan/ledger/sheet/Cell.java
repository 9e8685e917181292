package org.tongquan.ledger.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What stands in a cell of a listing.
public sealed interface Cell {
    /// Text, shown as it is, also where it looks like a formula.
    record Text(String text) implements Cell {}

    /// A day that Excel sorts and filters as a day.
    record Day(LocalDate day) implements Cell {}

    /// A number that Excel reckons with.
    record Number(BigDecimal number) implements Cell {}

    Cell NONE = new Text("");

    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : new Text(text);
    }

    static Cell of(@Nullable LocalDate day) {
        return day == null ? NONE : new Day(day);
    }

    static Cell of(@Nullable BigDecimal number) {
        return number == null ? NONE : new Number(number);
    }

    static Cell of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    /// A day as views carry it: `2026-06-30`, or nothing.
    static Cell day(String iso) {
        return iso.isEmpty() ? NONE : new Day(LocalDate.parse(iso));
    }
}
