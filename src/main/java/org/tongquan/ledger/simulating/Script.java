package org.tongquan.ledger.simulating;

import java.time.LocalDate;

/// What is played. The same script on the same data plays the same year.
///
/// @param region id of the compact
/// @param seed decides about tempers, paces and days
/// @param to last day; the year begins 365 days before
public record Script(String region, long seed, LocalDate to) {
    private static final int DAYS = 365;

    public LocalDate from() {
        return to.minusDays(DAYS);
    }

    public int days() {
        return DAYS;
    }
}
