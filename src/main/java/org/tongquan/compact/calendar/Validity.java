package org.tongquan.compact.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a day lies between two days that both count and may both be open.
public final class Validity {
    private Validity() {}

    public static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate at) {
        return (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }
}
