package org.tongquan.compact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether a day lies between two days that both count and may both be open.
final class Dated {
    private Dated() {}

    static boolean covers(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate at) {
        return (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }
}
