package org.tongquan.settlement.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Moments as people write them: a day in China, or an instant.
final class Moments {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 10;

    private Moments() {}

    /// The beginning of a day.
    static Instant from(String text) {
        return text.length() == DAY
                ? LocalDate.parse(text).atStartOfDay(CHINA).toInstant()
                : Instant.parse(text);
    }

    /// The beginning of the day after: what lies before it lies within the day.
    static Instant before(String text) {
        return text.length() == DAY
                ? LocalDate.parse(text).plusDays(1).atStartOfDay(CHINA).toInstant()
                : Instant.parse(text);
    }

    /// The last moment of a day.
    static Instant at(String text) {
        return text.length() == DAY
                ? before(text).minus(1, ChronoUnit.MICROS)
                : Instant.parse(text);
    }
}
