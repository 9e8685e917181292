package org.tongquan.ledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.ledger.standing.Standing.Reason;

/// The light of what an indicator measures: 1 January to 31 December 2026.
class BehindPathTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate DEADLINE = LocalDate.parse("2026-12-31");

    private static LightRule rule(LightRule.@Nullable Colour behindPath) {
        return new LightRule(
                "lights-test",
                START,
                null,
                30,
                10,
                LightRule.LateMark.KEEP,
                null,
                behindPath,
                null,
                null,
                true);
    }

    private static Measured measured(boolean behind, int percent) {
        var on = LocalDate.parse("2026-06-30");
        return new Measured(
                "m",
                on,
                new BigDecimal("69.9"),
                new BigDecimal("70.1"),
                new BigDecimal("90"),
                behind,
                "bulletin",
                List.of(new Duty.Report(on, percent)));
    }

    private static Standing judge(
            LightRule.@Nullable Colour colour, Duty duty, Measured measured, String day) {
        return Lights.judge(rule(colour), duty.measuredBy(measured), LocalDate.parse(day));
    }

    private static Duty duty(@Nullable LocalDate deadline, Duty.Report... reports) {
        return new Duty(START, deadline, null, List.of(), List.of(reports));
    }

    @Test
    void behindItsPathIsYellowWithItsFiguresWhateverWasReported() {
        var reported = duty(DEADLINE, new Duty.Report(LocalDate.parse("2026-06-30"), 80));
        var standing = judge(LightRule.Colour.YELLOW, reported, measured(true, 49), "2026-07-02");
        assertThat(standing.light()).isEqualTo(Light.YELLOW);
        assertThat(standing.reason()).isEqualTo(Reason.BEHIND_PATH);
        assertThat(standing.values()).containsExactly("2026-06-30", "69.9", "70.1");
        assertThat(standing.percent()).isEqualTo(49);
        var red = judge(LightRule.Colour.RED, reported, measured(true, 49), "2026-07-02");
        assertThat(red.light()).isEqualTo(Light.RED);
    }

    @Test
    void onItsPathIsGreenAlthoughLessThanTheTimeHasGone() {
        var standing =
                judge(LightRule.Colour.YELLOW, duty(DEADLINE), measured(false, 30), "2026-09-30");
        assertThat(standing.light()).isEqualTo(Light.GREEN);
        assertThat(standing.reason()).isEqualTo(Reason.ON_COURSE);
    }

    @Test
    void aRuleThatDoesNotNameThePathJudgesByTimeAsBefore() {
        var standing = judge(null, duty(DEADLINE), measured(true, 30), "2026-09-30");
        assertThat(standing.reason()).isEqualTo(Reason.BEHIND);
    }

    @Test
    void theDeadlineCountsBeforeThePathAndReachingTheTargetFinishes() {
        var over = judge(LightRule.Colour.YELLOW, duty(DEADLINE), measured(true, 30), "2027-01-01");
        assertThat(over.reason()).isEqualTo(Reason.OVERDUE);
        var done =
                judge(LightRule.Colour.YELLOW, duty(DEADLINE), measured(false, 100), "2026-07-02");
        assertThat(done.reason()).isEqualTo(Reason.DONE_IN_TIME);
        assertThat(done.values()).containsExactly("2026-06-30", "2026-12-31");
    }

    @Test
    void withoutADeadlineThePathCountsAsWell() {
        var standing = judge(LightRule.Colour.YELLOW, duty(null), measured(true, 30), "2026-07-02");
        assertThat(standing.reason()).isEqualTo(Reason.BEHIND_PATH);
        assertThat(standing.due()).isNull();
    }
}
