package org.tongquan.ledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.ledger.standing.Standing.Reason;

class LightsTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate DEADLINE = LocalDate.parse("2026-12-31");
    private static final LightRule RULE = rule(30, 10, LightRule.LateMark.KEEP);

    static LightRule rule(int yellowDays, int tolerance, LightRule.LateMark mark) {
        return new LightRule(
                "lights-test",
                START,
                null,
                yellowDays,
                tolerance,
                mark,
                null,
                null,
                null,
                null,
                true);
    }

    private static Duty by(Duty.Report... reports) {
        return new Duty(START, DEADLINE, null, List.of(), List.of(reports));
    }

    private static Duty every(String period, Duty.Report... reports) {
        return new Duty(START, null, Period.parse(period), List.of(), List.of(reports));
    }

    private static Duty.Report report(String on, int percent) {
        return new Duty.Report(LocalDate.parse(on), percent);
    }

    private static Standing judge(Duty duty, String today) {
        return Lights.judge(RULE, duty, LocalDate.parse(today));
    }

    @Test
    void greenWhileReportedProgressKeepsUpWithTime() {
        var standing = judge(by(report("2026-06-30", 45)), "2026-07-01");
        assertThat(standing.light()).isEqualTo(Light.GREEN);
        assertThat(standing.reason()).isEqualTo(Reason.ON_COURSE);
        assertThat(standing.values()).containsExactly("45", "49");
    }

    @Test
    void yellowWhenMoreThanTenPointsBehindThePlan() {
        var standing = judge(by(report("2026-06-30", 38)), "2026-07-01");
        assertThat(standing.light()).isEqualTo(Light.YELLOW);
        assertThat(standing.reason()).isEqualTo(Reason.BEHIND);
        assertThat(standing.values()).containsExactly("49", "38", "10");
    }

    @Test
    void exactlyTenPointsBehindIsStillGreen() {
        assertThat(judge(by(report("2026-06-30", 39)), "2026-07-01").light())
                .isEqualTo(Light.GREEN);
    }

    @Test
    void yellowFromThirtyDaysBeforeTheDeadlineEvenWhenOnCourse() {
        var duty = by(report("2026-11-30", 95));
        assertThat(judge(duty, "2026-11-30").reason()).isEqualTo(Reason.ON_COURSE);
        assertThat(judge(duty, "2026-12-01").reason()).isEqualTo(Reason.NEAR_DUE);
        assertThat(judge(duty, "2026-12-01").light()).isEqualTo(Light.YELLOW);
    }

    @Test
    void theDeadlineItselfStillCountsAndTheDayAfterIsRed() {
        var duty = by(report("2026-12-20", 99));
        assertThat(judge(duty, "2026-12-31").light()).isEqualTo(Light.YELLOW);
        var late = judge(duty, "2027-01-03");
        assertThat(late.light()).isEqualTo(Light.RED);
        assertThat(late.reason()).isEqualTo(Reason.OVERDUE);
        assertThat(late.values()).containsExactly("2026-12-31", "3", "99");
    }

    @Test
    void finishedInTimeIsGreenForGood() {
        var standing = judge(by(report("2026-10-01", 100)), "2028-01-01");
        assertThat(standing.light()).isEqualTo(Light.GREEN);
        assertThat(standing.wasLate()).isFalse();
    }

    @Test
    void latenessStaysVisibleAfterCatchingUp() {
        var standing = judge(by(report("2027-01-10", 100)), "2027-02-01");
        assertThat(standing.light()).isEqualTo(Light.YELLOW);
        assertThat(standing.wasLate()).isTrue();
        assertThat(standing.reason()).isEqualTo(Reason.DONE_LATE);
        assertThat(standing.values()).containsExactly("2027-01-10", "10", "2026-12-31");
    }

    @Test
    void aRegionMayDecideThatCatchingUpClearsTheMark() {
        var rule = rule(30, 10, LightRule.LateMark.CLEAR);
        var standing =
                Lights.judge(rule, by(report("2027-01-10", 100)), LocalDate.parse("2027-02-01"));
        assertThat(standing.light()).isEqualTo(Light.GREEN);
        assertThat(standing.wasLate()).isFalse();
        assertThat(standing.reason()).isEqualTo(Reason.DONE_LATE);
    }

    @Test
    void whoTakesBackACompletionHasNotFinished() {
        var duty = by(report("2026-10-01", 100), report("2026-11-01", 90));
        assertThat(judge(duty, "2027-01-01").reason()).isEqualTo(Reason.OVERDUE);
        var again =
                by(report("2026-10-01", 100), report("2026-11-01", 90), report("2027-01-05", 100));
        assertThat(judge(again, "2027-02-01").reason()).isEqualTo(Reason.DONE_LATE);
    }

    @Test
    void aHalfYearlyDutyOwesItsFirstReportAfterTheFirstHalfYear() {
        assertThat(judge(every("P6M"), "2026-06-30").light()).isEqualTo(Light.GREEN);
        var expected = judge(every("P6M"), "2026-07-15");
        assertThat(expected.light()).isEqualTo(Light.YELLOW);
        assertThat(expected.values()).containsExactly("2026-07-01", "14");
        var missing = judge(every("P6M"), "2026-08-15");
        assertThat(missing.light()).isEqualTo(Light.RED);
        assertThat(missing.reason()).isEqualTo(Reason.REPORT_MISSING);
    }

    @Test
    void aReportWithinTheDaysOfGraceIsInTime() {
        var duty = every("P6M", report("2026-07-20", 50));
        assertThat(judge(duty, "2026-08-15").reason()).isEqualTo(Reason.REPORTED);
    }

    @Test
    void aLatePeriodicReportLeavesItsMarkForTheRunningPeriod() {
        var duty = every("P6M", report("2026-08-10", 50));
        var standing = judge(duty, "2026-09-01");
        assertThat(standing.light()).isEqualTo(Light.YELLOW);
        assertThat(standing.wasLate()).isTrue();
        assertThat(standing.values()).containsExactly("40", "2026-08-10");
    }

    @Test
    void onTheDayOfTheDeadlineFinishedIsInTimeAndADayLaterIsLate() {
        assertThat(judge(by(report("2026-12-31", 100)), "2027-01-05").reason())
                .isEqualTo(Reason.DONE_IN_TIME);
        assertThat(judge(by(report("2027-01-01", 100)), "2027-01-05").reason())
                .isEqualTo(Reason.DONE_LATE);
    }

    @Test
    void theLastDayOfGraceIsYellowAndTheNextIsRed() {
        var silent = every("P6M");
        assertThat(judge(silent, "2026-07-31").light()).isEqualTo(Light.YELLOW);
        assertThat(judge(silent, "2026-07-31").reason()).isEqualTo(Reason.REPORT_EXPECTED);
        assertThat(judge(silent, "2026-08-01").light()).isEqualTo(Light.RED);
        assertThat(judge(silent, "2026-08-01").reason()).isEqualTo(Reason.REPORT_MISSING);
    }

    @Test
    void aReportOfAnEarlierPeriodIsNoLateReportOfThisOne() {
        var once = every("P6M", report("2026-03-01", 20));
        assertThat(judge(once, "2027-03-01").light()).isEqualTo(Light.RED);
        assertThat(judge(once, "2027-03-01").reason()).isEqualTo(Reason.REPORT_MISSING);
    }

    @Test
    void withoutDeadlineAnUnfinishedReportShowsItsDayAndShare() {
        var duty = new Duty(START, null, null, List.of(), List.of(report("2026-05-04", 60)));
        var standing = judge(duty, "2026-06-01");
        assertThat(standing.light()).isEqualTo(Light.GREEN);
        assertThat(standing.reason()).isEqualTo(Reason.UNDER_WAY);
        assertThat(standing.values()).containsExactly("2026-05-04", "60");
    }

    @Test
    void withoutDeadlineAndReportThereIsNothingToJudgeBy() {
        var silent = new Duty(START, null, null, List.of(), List.of());
        assertThat(judge(silent, "2027-01-01").light()).isEqualTo(Light.NONE);
        var reported = new Duty(START, null, null, List.of(), List.of(report("2026-03-01", 20)));
        assertThat(judge(reported, "2027-01-01").reason()).isEqualTo(Reason.UNDER_WAY);
    }

    @Test
    void whatIsFiledLaterNeverChangesAnEarlierDay() {
        var random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            var reports = new ArrayList<Duty.Report>();
            int day = 0;
            for (int n = random.nextInt(6); n > 0; n--) {
                day += random.nextInt(150);
                reports.add(new Duty.Report(START.plusDays(day), random.nextInt(101)));
            }
            var today = START.plusDays(random.nextInt(700));
            var deadline = random.nextBoolean() ? DEADLINE : null;
            var cycle = random.nextBoolean() ? Period.ofMonths(1 + random.nextInt(12)) : null;
            var known = new Duty(START, deadline, cycle, List.of(), reports);
            var then = known.asOf(today);
            assertThat(Lights.judge(RULE, known, today))
                    .as("seed 20261123, round %d", i)
                    .isEqualTo(Lights.judge(RULE, then, today));
        }
    }

    @Test
    void aLightIsTheSameInWhateverOrderTheFactsCome() {
        var random = new Random(20261124);
        for (int i = 0; i < 2_000; i++) {
            var reports = new ArrayList<Duty.Report>();
            for (int n = random.nextInt(7); n > 0; n--) {
                // several of a day: the one that was filed last counts
                var on = START.plusDays(10L * random.nextInt(30));
                reports.add(new Duty.Report(on, random.nextInt(101), reports.size()));
            }
            var milestones = new ArrayList<Milestone>();
            for (int n = random.nextInt(4); n > 0; n--) {
                var due = START.plusDays(20L * random.nextInt(20));
                milestones.add(new Milestone(due, 1 + random.nextInt(100), ""));
            }
            var deadline = random.nextBoolean() ? DEADLINE : null;
            var cycle = random.nextBoolean() ? Period.ofMonths(1 + random.nextInt(12)) : null;
            var today = START.plusDays(random.nextInt(700));
            var inOrder = new Duty(START, deadline, cycle, milestones, reports);
            var expected = Lights.judge(RULE, inOrder, today);
            for (int shuffled = 0; shuffled < 5; shuffled++) {
                Collections.shuffle(reports, random);
                Collections.shuffle(milestones, random);
                var duty = new Duty(START, deadline, cycle, milestones, reports);
                assertThat(Lights.judge(RULE, duty, today))
                        .as("seed 20261124, round %d", i)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void ofSeveralReportsOfADayTheOneFiledLastCounts() {
        var day = LocalDate.parse("2026-03-01");
        var later = new Duty.Report(day, 30, 1);
        var first = new Duty.Report(day, 60, 0);
        var duty = new Duty(START, DEADLINE, null, List.of(), List.of(later, first));
        assertThat(judge(duty, "2026-03-02").percent()).isEqualTo(30);
    }

    @Test
    void aMilestonePassedAndNotReachedIsYellowUntilItIsReached() {
        var steps =
                List.of(
                        new Milestone(LocalDate.parse("2026-03-31"), 25, "预可研"),
                        new Milestone(LocalDate.parse("2026-06-30"), 50, ""));
        var duty = new Duty(START, DEADLINE, null, steps, List.of(report("2026-03-20", 20)));
        assertThat(judge(duty, "2026-03-31").reason()).isEqualTo(Reason.ON_COURSE);
        var missed = judge(duty, "2026-04-01");
        assertThat(missed.light()).isEqualTo(Light.YELLOW);
        assertThat(missed.reason()).isEqualTo(Reason.MILESTONE_MISSED);
        assertThat(missed.values()).containsExactly("2026-03-31", "25", "20");
        var caughtUp =
                new Duty(
                        START,
                        DEADLINE,
                        null,
                        steps,
                        List.of(report("2026-03-20", 20), report("2026-04-09", 25)));
        assertThat(judge(caughtUp, "2026-04-09").light()).isEqualTo(Light.GREEN);
    }

    @Test
    void theLightOfManyIsTheWorst() {
        assertThat(Light.worst(List.of(Light.GREEN, Light.NONE, Light.YELLOW)))
                .isEqualTo(Light.YELLOW);
        assertThat(Light.worst(List.of(Light.NONE))).isEqualTo(Light.NONE);
    }
}
