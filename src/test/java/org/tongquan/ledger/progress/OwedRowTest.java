package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.PlanRule;

/// Which rhythm an obligation owes its reports by.
class OwedRowTest {
    private static final LocalDate START = LocalDate.parse("2027-02-10");
    private static final LocalDate END = LocalDate.parse("2027-11-30");
    private static final LocalDate STAGE = LocalDate.parse("2027-06-30");
    private static final int GRACE_OF_LIGHTS = 30;

    private static PlanRule rule(
            Period reports, PlanRule.@Nullable Beat beat, @Nullable Integer within) {
        return new PlanRule(
                "plan-test",
                START,
                null,
                10,
                10,
                Period.ofMonths(3),
                PlanRule.RollUp.WORST,
                reports,
                beat,
                within,
                2,
                List.of(),
                null,
                null,
                true);
    }

    private static OwedRow row(boolean task, @Nullable String cycle) {
        return row(task, cycle, List.of());
    }

    private static OwedRow row(boolean task, @Nullable String cycle, List<Pace> paces) {
        return new OwedRow(
                "r",
                "c",
                "p",
                0,
                "事项",
                "item",
                task,
                START,
                END,
                cycle,
                List.of(STAGE),
                List.of(),
                paces,
                List.of());
    }

    private static List<LocalDate> lasts(ReportDuty duty, String day) {
        return Rounds.of(duty, LocalDate.parse(day)).rounds().stream().map(Round::last).toList();
    }

    @Test
    void anItemOfAPlanOwesByQuartersOfTheCalendar() {
        var duty = row(true, null).duty(rule(Period.ofMonths(3), null, 7), GRACE_OF_LIGHTS);
        assertThat(lasts(duty, "2027-05-01"))
                .containsExactly(LocalDate.parse("2027-03-31"), LocalDate.parse("2027-06-30"));
        assertThat(duty.grace()).isEqualTo(7);
        assertThat(duty.rule()).isEqualTo("plan-test");
    }

    @Test
    void byMilestoneItOwesForEachAndForTheDeadline() {
        var rule = rule(Period.ofMonths(1), PlanRule.Beat.MILESTONE, null);
        var duty = row(true, null).duty(rule, GRACE_OF_LIGHTS);
        assertThat(lasts(duty, "2027-12-31")).containsExactly(STAGE, END);
        assertThat(duty.grace()).isZero();
    }

    @Test
    void aRhythmOfTheOwnTextCountsFromTheFirstDayWithTheGraceOfTheLights() {
        var duty = row(false, "P6M").duty(rule(Period.ofMonths(1), null, 5), GRACE_OF_LIGHTS);
        assertThat(lasts(duty, "2027-08-09")).containsExactly(LocalDate.parse("2027-08-09"));
        assertThat(duty.grace()).isEqualTo(GRACE_OF_LIGHTS);
    }

    @Test
    void aCommitmentWithoutRhythmOwesNone() {
        var duty = row(false, null).duty(rule(Period.ofMonths(1), null, 5), GRACE_OF_LIGHTS);
        assertThat(lasts(duty, "2027-12-31")).isEmpty();
    }

    private static Pace pace(int revision, Pace.Rhythm rhythm, String at) {
        var id = new java.util.UUID(0, revision);
        return new Pace(id, "r", "c", revision, rhythm, "r:office", Instant.parse(at));
    }

    @Test
    void whatWasSetForTheItemComesBeforeTheRuleAndTheLastCounts() {
        var monthly = rule(Period.ofMonths(1), null, 7);
        var node = pace(1, Pace.Rhythm.NODE, "2027-03-01T00:00:00Z");
        var quarterly = pace(2, Pace.Rhythm.QUARTERLY, "2027-04-01T00:00:00Z");
        var back = pace(3, Pace.Rhythm.RULE, "2027-05-01T00:00:00Z");
        var byNode = row(true, null, List.of(node)).duty(monthly, GRACE_OF_LIGHTS);
        assertThat(lasts(byNode, "2027-12-31")).containsExactly(STAGE, END);
        assertThat(byNode.rule()).as("no rule sets it").isEmpty();
        assertThat(byNode.grace()).as("but the rule gives the days of grace").isEqualTo(7);
        var both = row(true, null, List.of(node, quarterly));
        assertThat(lasts(both.duty(monthly, GRACE_OF_LIGHTS), "2027-05-01"))
                .containsExactly(LocalDate.parse("2027-03-31"), LocalDate.parse("2027-06-30"));
        var all = row(true, null, List.of(node, quarterly, back));
        assertThat(all.duty(monthly, GRACE_OF_LIGHTS).every()).isEqualTo(Period.ofMonths(1));
        assertThat(all.pacedAt(Instant.parse("2027-04-15T00:00:00Z")).duty(monthly, 0).every())
                .as("as it was known then")
                .isEqualTo(Period.ofMonths(3));
    }

    @Test
    void aCommitmentKeepsTheRhythmOfItsOwnText() {
        var node = pace(1, Pace.Rhythm.MONTHLY, "2027-03-01T00:00:00Z");
        var duty = row(false, "P6M", List.of(node)).duty(rule(Period.ofMonths(1), null, 5), 0);
        assertThat(duty.every()).isEqualTo(Period.ofMonths(6));
    }
}
