package org.tongquan.ledger.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.Clause.Operator;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.conduct.Measure.Series;
import org.tongquan.ledger.standing.Duty;

/// Progress of values: from the base to the target, with worked numbers.
class SharesTest {
    private static final LocalDate END = LocalDate.parse("2026-12-31");
    private static final Measure.Point BASE =
            new Measure.Point(LocalDate.parse("2025-12-31"), new BigDecimal("50"));

    private static Measure measure(
            Series series, Measure.@Nullable Point base, boolean downwards, Measure.Aim... aims) {
        return new Measure(
                "m",
                new Text("指标", null),
                "公里",
                series,
                1,
                List.of("p"),
                null,
                base,
                List.of(aims),
                null,
                downwards,
                false,
                null,
                null,
                true);
    }

    private static Measure.Aim aim(@Nullable LocalDate by, Operator operator, String value) {
        return new Measure.Aim(by, operator, new BigDecimal(value), null);
    }

    private static Reading value(String on, String value) {
        return new Reading(
                UUID.nameUUIDFromBytes((on + value).getBytes()),
                "r",
                "m",
                "p",
                Reading.Kind.ACHIEVED,
                LocalDate.parse(on),
                new BigDecimal(value),
                "bulletin " + on,
                1,
                "",
                "b",
                Instant.EPOCH);
    }

    private static List<Integer> percents(Measure measure, Reading... values) {
        return Shares.of(measure, List.of(values), END).orElseThrow().course().stream()
                .map(Duty.Report::percent)
                .toList();
    }

    @Test
    void theWayRunsFromTheBaseToTheTarget() {
        var rising = measure(Series.STOCK, BASE, false, aim(END, Operator.AT_LEAST, "90"));
        assertThat(
                        percents(
                                rising,
                                value("2026-03-31", "49"),
                                value("2026-06-30", "63"),
                                value("2026-09-30", "89.9"),
                                value("2026-10-31", "90")))
                .containsExactly(0, 32, 99, 100);
        var falling = measure(Series.STOCK, BASE, true, aim(END, Operator.AT_MOST, "30"));
        assertThat(percents(falling, value("2026-06-30", "45"))).containsExactly(25);
    }

    @Test
    void aFlowIsSummedAndWithoutABaseCountsFromZero() {
        var flow = measure(Series.FLOW, null, false, aim(END, Operator.AT_LEAST, "40"));
        assertThat(percents(flow, value("2026-01-31", "10"), value("2026-02-28", "5")))
                .containsExactly(25, 37);
    }

    @Test
    void ofAGrowthWithoutABaseNoShareOfTheWayCanBeTold() {
        var growth = measure(Series.GROWTH, null, false, aim(END, Operator.AT_LEAST, "6"));
        var known = Shares.of(growth, List.of(value("2026-06-30", "5")), END).orElseThrow();
        assertThat(known.course()).isEmpty();
        assertThat(known.percent()).isEmpty();
        assertThat(known.value()).isEqualByComparingTo("5");
    }

    @Test
    void theTargetDueByTheDeadlineCountsAndNotALaterOne() {
        var later = aim(LocalDate.parse("2030-12-31"), Operator.AT_LEAST, "200");
        var two = measure(Series.STOCK, BASE, false, later, aim(END, Operator.AT_LEAST, "90"));
        assertThat(percents(two, value("2026-12-01", "90"))).containsExactly(100);
        assertThat(Shares.aim(two, null)).contains(later);
        assertThat(Shares.aim(two, LocalDate.parse("2026-01-01")))
                .map(Measure.Aim::value)
                .contains(new BigDecimal("90"));
    }

    @Test
    void aValueWorseThanThePathIsBehindIt() {
        var rising = measure(Series.STOCK, BASE, false, aim(END, Operator.AT_LEAST, "90"));
        var half = Shares.of(rising, List.of(value("2026-07-02", "69.9")), END).orElseThrow();
        // 183 of 365 days: 50 + 40 * 183 / 365 = 70.055
        assertThat(half.path()).isEqualByComparingTo("70.055");
        assertThat(half.behind()).isTrue();
        var better = Shares.of(rising, List.of(value("2026-07-02", "71")), END).orElseThrow();
        assertThat(better.behind()).isFalse();
        assertThat(better.source()).isEqualTo("bulletin 2026-07-02");
    }

    @Test
    void theSameValuesInAnyOrderGiveTheSameProgress() {
        var random = new Random(7);
        var rising = measure(Series.FLOW, null, false, aim(END, Operator.AT_LEAST, "90"));
        var values = new ArrayList<Reading>();
        for (int i = 1; i <= 9; i++) {
            values.add(value("2026-0" + i + "-28", Integer.toString(random.nextInt(20))));
        }
        var first = Shares.of(rising, values, END);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(values, random);
            assertThat(Shares.of(rising, values, END)).isEqualTo(first);
        }
    }
}
