package org.tongquan.compact.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongquan.compact.TestCompacts;
import org.tongquan.compact.calendar.WorkCalendar.Due;
import org.tongquan.compact.calendar.WorkCalendar.TermUnit;
import org.tongquan.compact.calendar.WorkCalendar.Weekends;

class WorkCalendarTest {
    private static final WorkCalendar CALENDAR =
            TestCompacts.get(TestCompacts.SHIPPED, "cn").calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-02-13,  1, 2026-02-14",
        "2026-02-13,  5, 2026-02-27",
        "2026-02-14,  1, 2026-02-24",
        "2025-09-30,  1, 2025-10-09",
        "2025-09-26,  5, 2025-10-10",
        "2026-04-30,  5, 2026-05-11",
        "2026-09-30, 20, 2026-11-03",
        "2022-12-30,  1, 2023-01-03",
    })
    void aTermInWorkdaysEndsOnTheNthWorkdayAfterItsStart(LocalDate start, int n, LocalDate due) {
        assertThat(CALENDAR.due(start, n, TermUnit.WORKDAY)).isEqualTo(new Due(due, false));
    }

    /// The second source agrees on these yearly totals.
    @ParameterizedTest
    @CsvSource({
        "2019, 250",
        "2020, 249",
        "2021, 250",
        "2022, 249",
        "2023, 249",
        "2024, 251",
        "2025, 248",
        "2026, 248",
    })
    void countsTheWorkdaysOfEachYear(int year, int workdays) {
        assertThat(CALENDAR.workdaysIn(year)).isEqualTo(workdays);
    }

    @Test
    void aTermInDaysMovesOffAHoliday() {
        assertThat(CALENDAR.due(LocalDate.of(2026, 1, 20), 30, TermUnit.DAY))
                .isEqualTo(new Due(LocalDate.of(2026, 2, 24), false));
        assertThat(CALENDAR.due(LocalDate.of(2026, 3, 2), 7, TermUnit.DAY))
                .isEqualTo(new Due(LocalDate.of(2026, 3, 9), false));
    }

    @Test
    void whetherAPlainWeekendMovesATermIsASetting() {
        var start = LocalDate.of(2026, 3, 2);
        assertThat(CALENDAR.due(start, 5, TermUnit.DAY).date()).isEqualTo("2026-03-07");
        assertThat(CALENDAR.with(Weekends.ROLL).due(start, 5, TermUnit.DAY).date())
                .isEqualTo("2026-03-09");
    }

    @Test
    void aMakeUpSaturdayIsNoDayToMoveOffFrom() {
        var saturday = LocalDate.of(2026, 2, 14);
        assertThat(CALENDAR.with(Weekends.ROLL).due(saturday.minusDays(9), 9, TermUnit.DAY).date())
                .isEqualTo(saturday);
    }

    @Test
    void whatCrossesTheLastAnnouncedDayIsProvisional() {
        var due = CALENDAR.due(LocalDate.of(2026, 12, 25), 5, TermUnit.WORKDAY);
        assertThat(due).isEqualTo(new Due(LocalDate.of(2027, 1, 4), true));
        assertThat(CALENDAR.due(LocalDate.of(2026, 12, 25), 4, TermUnit.WORKDAY))
                .isEqualTo(new Due(LocalDate.of(2026, 12, 31), false));
        assertThat(CALENDAR.due(LocalDate.of(2026, 12, 31), 1, TermUnit.DAY).provisional())
                .isTrue();
    }

    @Test
    void refusesATermWithoutLength() {
        assertThatThrownBy(() -> CALENDAR.due(LocalDate.EPOCH, 0, TermUnit.DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
