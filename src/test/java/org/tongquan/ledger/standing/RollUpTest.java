package org.tongquan.ledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.PlanRule;

class RollUpTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-30");

    private static PlanRule rule(PlanRule.RollUp how) {
        return new PlanRule(
                "plan-test",
                DAY,
                null,
                10,
                10,
                Period.ofMonths(3),
                how,
                Period.ofMonths(1),
                null,
                null,
                2,
                List.of(),
                null,
                null,
                true);
    }

    private static RollUp.Part part(Light light, int percent, int weight, int dueInDays) {
        return new RollUp.Part(
                new Standing(
                        light,
                        light == Light.YELLOW,
                        percent,
                        Standing.Reason.ON_COURSE,
                        List.of(),
                        "r",
                        DAY.plusDays(dueInDays)),
                weight);
    }

    @Test
    void progressIsTheWeightedMeanAndTheWorstLightWins() {
        // (3 * 100 + 1 * 40 + 1 * 10) / 5 = 70
        var whole =
                RollUp.of(
                        rule(PlanRule.RollUp.WORST),
                        List.of(
                                part(Light.GREEN, 100, 3, 5),
                                part(Light.YELLOW, 40, 1, 40),
                                part(Light.RED, 10, 1, 20)));
        assertThat(whole.percent()).isEqualTo(70);
        assertThat(whole.light()).isEqualTo(Light.RED);
        assertThat(whole.wasLate()).isTrue();
        assertThat(whole.values()).containsExactly("3", "1", "1", "1");
        assertThat(whole.due()).isEqualTo(DAY.plusDays(20));
    }

    @Test
    void theLightOfMostWeightWinsWhereTheRuleSaysSoAndTheWorseOfEquals() {
        var most = rule(PlanRule.RollUp.MOST);
        var green = part(Light.GREEN, 50, 3, 1);
        assertThat(RollUp.of(most, List.of(green, part(Light.RED, 5, 2, 1))).light())
                .isEqualTo(Light.GREEN);
        assertThat(RollUp.of(most, List.of(green, part(Light.RED, 5, 3, 1))).light())
                .isEqualTo(Light.RED);
    }

    @Test
    void theOrderOfThePartsChangesNothing() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var parts = new ArrayList<RollUp.Part>();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                parts.add(
                        part(
                                Light.values()[random.nextInt(4)],
                                random.nextInt(101),
                                1 + random.nextInt(5),
                                random.nextInt(90)));
            }
            for (var how : PlanRule.RollUp.values()) {
                var before = RollUp.of(rule(how), parts);
                Collections.shuffle(parts, random);
                assertThat(RollUp.of(rule(how), parts)).as("round %d", round).isEqualTo(before);
            }
        }
    }
}
