package org.tongquan.compact.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-06-03");
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");

    @Test
    void bothDaysCountAndTheirNeighboursDoNot() {
        assertThat(Validity.covers(FIRST, LAST, FIRST)).isTrue();
        assertThat(Validity.covers(FIRST, LAST, LAST)).isTrue();
        assertThat(Validity.covers(FIRST, LAST, FIRST.minusDays(1))).isFalse();
        assertThat(Validity.covers(FIRST, LAST, LAST.plusDays(1))).isFalse();
    }

    @Test
    void anOpenSideHasNoEnd() {
        assertThat(Validity.covers(null, LAST, LocalDate.MIN)).isTrue();
        assertThat(Validity.covers(FIRST, null, LocalDate.MAX)).isTrue();
        assertThat(Validity.covers(null, null, FIRST)).isTrue();
        assertThat(Validity.covers(null, LAST, LAST.plusDays(1))).isFalse();
        assertThat(Validity.covers(FIRST, null, FIRST.minusDays(1))).isFalse();
    }
}
