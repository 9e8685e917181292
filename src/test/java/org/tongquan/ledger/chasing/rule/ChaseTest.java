package org.tongquan.ledger.chasing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.Body;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// Worked days: reminders 30, 7 and 1 days ahead, a notice on the third day after, a ladder at 10,
/// 30 and 60 days.
public class ChaseTest {
    public static final ChaseRule RULE =
            new ChaseRule(
                    "test",
                    LocalDate.of(2026, 1, 1),
                    null,
                    List.of(30, 7, 1),
                    3,
                    2,
                    5,
                    4,
                    15,
                    List.of(
                            new ChaseRule.Rung(10, Body.Kind.OFFICE),
                            new ChaseRule.Rung(30, Body.Kind.PROVINCIAL_OFFICE),
                            new ChaseRule.Rung(60, Body.Kind.LEADING_GROUP)),
                    null,
                    null,
                    true);

    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private static List<String> keys(LocalDate day) {
        return Chase.wanted(RULE, LAST, day).stream().map(w -> w.key(LAST)).toList();
    }

    @Test
    void remindsOnTheDaysNamedAndOnceForThoseSleptThrough() {
        assertThat(keys(LAST.minusDays(31))).isEmpty();
        assertThat(keys(LAST.minusDays(30))).containsExactly("2026-06-30 remind 30");
        assertThat(keys(LAST.minusDays(8))).containsExactly("2026-06-30 remind 30");
        assertThat(keys(LAST.minusDays(5))).containsExactly("2026-06-30 remind 7");
        assertThat(keys(LAST.minusDays(1))).containsExactly("2026-06-30 remind 1");
    }

    @Test
    void theLastDayStillCountsAndTheNextOneIsOverdue() {
        assertThat(keys(LAST)).containsExactly("2026-06-30 due");
        assertThat(keys(LAST.plusDays(1))).containsExactly("2026-06-30 overdue");
    }

    @Test
    void aNoticeGoesOutOnTheThirdDayAndTheLadderIsClimbedRungByRung() {
        assertThat(keys(LAST.plusDays(2))).doesNotContain("2026-06-30 notice");
        assertThat(keys(LAST.plusDays(3)))
                .containsExactly("2026-06-30 overdue", "2026-06-30 notice");
        assertThat(keys(LAST.plusDays(9))).hasSize(2);
        assertThat(keys(LAST.plusDays(10))).endsWith("2026-06-30 rung 10 OFFICE").hasSize(3);
        assertThat(keys(LAST.plusDays(60)))
                .endsWith(
                        "2026-06-30 rung 10 OFFICE",
                        "2026-06-30 rung 30 PROVINCIAL_OFFICE",
                        "2026-06-30 rung 60 LEADING_GROUP");
    }

    @Test
    void aMovedDeadlineIsAnotherLastDayWithStepsOfItsOwn() {
        var moved = LAST.plusDays(20);
        var first = Chase.wanted(RULE, LAST, LAST.plusDays(1)).getFirst().key(LAST);
        var second = Chase.wanted(RULE, moved, moved.plusDays(1)).getFirst().key(moved);
        assertThat(second).isNotEqualTo(first);
    }

    private static Standing standing(Standing.Reason reason, @Nullable LocalDate due) {
        return new Standing(Light.RED, false, 10, reason, List.of(), "lights", due);
    }

    @Test
    void onlyWhatIsUnfinishedHasALastDay() {
        var due = LAST;
        assertThat(Chase.lastDay(standing(Standing.Reason.OVERDUE, due), due, 30)).contains(due);
        assertThat(Chase.lastDay(standing(Standing.Reason.BEHIND, due), due, 30)).contains(due);
        for (var done :
                List.of(
                        Standing.Reason.DONE_IN_TIME,
                        Standing.Reason.DONE_LATE,
                        Standing.Reason.REPORTED)) {
            assertThat(Chase.lastDay(standing(done, due), due, 30)).as("%s", done).isEmpty();
        }
        assertThat(Chase.lastDay(standing(Standing.Reason.SILENT, null), null, 30)).isEmpty();
        assertThat(Chase.lastDay(standing(Standing.Reason.ON_COURSE, due), null, 30))
                .as("a period that still runs")
                .isEmpty();
    }

    @Test
    void whatIsMadeOfTasksIsDueOnItsOwnDeadlineAndAMissedMilestoneMovesNone() {
        var rolled = Standing.Reason.ROLLED_UP;
        var done = new Standing(Light.GREEN, false, 100, rolled, List.of(), "plan", null);
        assertThat(Chase.lastDay(standing(rolled, LAST.minusDays(90)), LAST, 30)).contains(LAST);
        assertThat(Chase.lastDay(standing(rolled, LAST), null, 30)).isEmpty();
        assertThat(Chase.lastDay(done, LAST, 30)).isEmpty();
        var missed = standing(Standing.Reason.MILESTONE_MISSED, LAST.minusDays(90));
        assertThat(Chase.lastDay(missed, LAST, 30)).contains(LAST);
    }

    @Test
    void aMissingReportIsInTimeUntilItsGraceEnds() {
        assertThat(Chase.lastDay(standing(Standing.Reason.REPORT_EXPECTED, LAST), null, 30))
                .contains(LocalDate.of(2026, 7, 30));
        assertThat(Chase.lastDay(standing(Standing.Reason.REPORT_MISSING, LAST), null, 30))
                .contains(LocalDate.of(2026, 7, 30));
    }

    /// Whatever days the program ran on, and how often and in which order: by the end, everything
    /// after the last day was taken once, and nothing else.
    @Test
    void whatFollowsTheLastDayIsTheSameWhateverDaysWereSleptThrough() {
        var random = new Random(20_260_701);
        var end = LAST.plusDays(75);
        var whole = new LinkedHashSet<>(keys(end));
        for (int trial = 0; trial < 500; trial++) {
            var days = new ArrayList<LocalDate>();
            for (int i = 0; i < random.nextInt(12); i++) {
                days.add(LAST.plusDays(random.nextInt(75) + 1));
            }
            days.add(end);
            days.add(end);
            Collections.shuffle(days, random);
            Set<String> taken = new LinkedHashSet<>();
            int sent = 0;
            for (var day : days) {
                for (var key : keys(day)) {
                    sent += taken.add(key) ? 1 : 0;
                }
            }
            assertThat(taken).as("days %s", days).isEqualTo(whole);
            assertThat(sent).isEqualTo(whole.size());
        }
    }
}
