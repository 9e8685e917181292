package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.standing.Milestone;

/// Milestones of an item: one at the end of each period, by the share of the time, in fives.
class DrawingTest {
    private static List<Milestone> milestones(String start, String deadline, String rhythm) {
        return Drawing.milestones(
                LocalDate.parse(start), LocalDate.parse(deadline), Period.parse(rhythm));
    }

    private static Milestone on(String day, int percent) {
        return new Milestone(LocalDate.parse(day), percent, "");
    }

    @Test
    void aWholeYearHasFourQuarters() {
        // of 365 days: 90 are 24.7 %, 181 are 49.6 %, 273 are 74.8 %
        assertThat(milestones("2027-01-01", "2027-12-31", "P3M"))
                .containsExactly(
                        on("2027-03-31", 20),
                        on("2027-06-30", 45),
                        on("2027-09-30", 70),
                        on("2027-12-31", 100));
    }

    @Test
    void aLeapYearReachesTheHalf() {
        // of 366 days: 91 are 24.9 %, 182 are 49.7 %, 274 are 74.9 %
        assertThat(milestones("2028-01-01", "2028-12-31", "P6M"))
                .containsExactly(on("2028-06-30", 45), on("2028-12-31", 100));
    }

    @Test
    void quartersCountFromTheFirstDayNotFromTheCalendar() {
        // 15 Feb to 30 Sep are 228 days; 15 Feb to 14 May 89: 39.0 %; to 14 Aug 181: 79.4 %
        assertThat(milestones("2027-02-15", "2027-09-30", "P3M"))
                .containsExactly(on("2027-05-14", 35), on("2027-08-14", 75), on("2027-09-30", 100));
    }

    @Test
    void aPeriodThatEndsWithTheDeadlineIsTheDeadline() {
        assertThat(milestones("2027-01-01", "2027-03-31", "P3M"))
                .containsExactly(on("2027-03-31", 100));
        assertThat(milestones("2027-06-01", "2027-06-01", "P1M"))
                .containsExactly(on("2027-06-01", 100));
    }

    @Test
    void neitherTooManyNorAnyWithoutARhythm() {
        assertThat(milestones("2027-01-01", "2029-12-31", "P1M"))
                .hasSizeLessThanOrEqualTo(PlanItem.MOST_MILESTONES)
                .endsWith(on("2029-12-31", 100));
        assertThat(milestones("2027-01-01", "2027-12-31", "P0D"))
                .containsExactly(on("2027-12-31", 100));
    }
}
