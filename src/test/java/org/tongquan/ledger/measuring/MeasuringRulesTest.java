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
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.measuring.Standings.Outcome;
import org.tongquan.ledger.measuring.Standings.Status;

/// The rules of the indicators, with worked numbers.
class MeasuringRulesTest {
    private static final List<String> THREE = List.of("990100", "990200", "990321");

    private static Measure measure(
            Series series,
            Measure.@Nullable Point base,
            boolean downwards,
            boolean apart,
            Measure.Aim... targets) {
        return new Measure(
                "m",
                new Text("指标", null),
                series == Series.SHARE || series == Series.GROWTH ? "%" : "公里",
                series,
                1,
                THREE,
                null,
                base,
                List.of(targets),
                null,
                downwards,
                apart,
                null,
                null,
                true);
    }

    private static Measure.Point base(String on, String value) {
        return new Measure.Point(LocalDate.parse(on), new BigDecimal(value));
    }

    private static Measure.Aim aim(@Nullable String by, Operator operator, String value) {
        return new Measure.Aim(
                by == null ? null : LocalDate.parse(by), operator, new BigDecimal(value), null);
    }

    private static Reading achieved(String party, String on, String value) {
        return reading(party, on, value, 1);
    }

    private static Reading reading(String party, String on, String value, int revision) {
        return new Reading(
                new UUID(revision, on.hashCode()),
                "r",
                "m",
                party,
                Kind.ACHIEVED,
                LocalDate.parse(on),
                new BigDecimal(value),
                "yearbook",
                revision,
                "",
                "b",
                Instant.EPOCH);
    }

    /// From 75 % at the end of 2024 to 95 % at the end of 2026: 730 days, 20 points.
    private static final Measure WATER =
            measure(
                    Series.SHARE,
                    base("2024-12-31", "75"),
                    false,
                    false,
                    aim("2026-12-31", Operator.AT_LEAST, "95"));

    private static Standings.Standing standing(Measure measure, String today, Reading... all) {
        return Standings.of(measure, List.of(all), LocalDate.parse(today));
    }

    @Test
    void thePathIsStraightByDays() {
        var path = Paths.of(WATER);
        assertThat(path.at(LocalDate.parse("2024-12-30"))).isEmpty();
        assertThat(path.at(LocalDate.parse("2024-12-31")).orElseThrow()).isEqualByComparingTo("75");
        // half of 730 days
        assertThat(path.at(LocalDate.parse("2025-12-31")).orElseThrow()).isEqualByComparingTo("85");
        assertThat(path.at(LocalDate.parse("2030-01-01")).orElseThrow()).isEqualByComparingTo("95");
    }

    @Test
    void thePathBendsAtEachTargetAndThereIsNoneWithoutABase() {
        var bent =
                measure(
                        Series.STOCK,
                        base("2020-12-31", "0"),
                        false,
                        false,
                        aim("2025-12-31", Operator.AT_LEAST, "10"),
                        aim("2022-12-31", Operator.AT_LEAST, "8"));
        assertThat(Paths.of(bent).at(LocalDate.parse("2021-12-31")).orElseThrow())
                .isEqualByComparingTo("4");
        assertThat(Paths.of(bent).days()).hasSize(3);
        var without =
                measure(Series.STOCK, null, false, false, aim("2025-12-31", Operator.ABOVE, "1"));
        assertThat(Paths.of(without).at(LocalDate.parse("2025-12-31"))).isEmpty();
    }

    @Test
    void behindItsPathMeansWorseThanTheStraightLineOnTheDayOfTheValue() {
        var behind = standing(WATER, "2026-03-01", achieved("990100", "2025-12-31", "84.9"));
        assertThat(behind.status()).isEqualTo(Status.BEHIND);
        assertThat(behind.path()).isEqualByComparingTo("85");
        assertThat(standing(WATER, "2026-03-01", achieved("990100", "2025-12-31", "85")).status())
                .isEqualTo(Status.ON_PATH);
        assertThat(standing(WATER, "2026-03-01", achieved("990100", "2025-12-31", "95")).status())
                .isEqualTo(Status.REACHED);
        assertThat(standing(WATER, "2027-01-01", achieved("990100", "2026-12-31", "94")).status())
                .isEqualTo(Status.MISSED);
        assertThat(standing(WATER, "2026-03-01").status()).isEqualTo(Status.NO_VALUE);
    }

    @Test
    void whereLessIsBetterTheLowerValueIsAhead() {
        var minutes =
                measure(
                        Series.STOCK,
                        base("2025-01-01", "150"),
                        true,
                        true,
                        aim("2026-01-01", Operator.AT_MOST, "90"));
        // after half of the 365 days (182): 150 - 60 x 182 / 365 = 120.082
        assertThat(standing(minutes, "2025-08-01", achieved("x", "2025-07-02", "121")).status())
                .isEqualTo(Status.BEHIND);
        assertThat(standing(minutes, "2025-08-01", achieved("x", "2025-07-02", "120")).status())
                .isEqualTo(Status.ON_PATH);
    }

    @Test
    void aTargetWithoutADayIsOpenUntilItIsReached() {
        var open = measure(Series.STOCK, null, false, false, aim(null, Operator.EQUAL, "1"));
        assertThat(standing(open, "2026-01-01", achieved("x", "2025-12-31", "0")).status())
                .isEqualTo(Status.OPEN);
        assertThat(standing(open, "2026-01-01", achieved("x", "2025-12-31", "1.0")).status())
                .isEqualTo(Status.REACHED);
        assertThat(standing(measure(Series.STOCK, null, false, false), "2026-01-01").status())
                .isEqualTo(Status.WATCHED);
    }

    @Test
    void aFlowIsAddedUpOverTimeAndARunningTotalNever() {
        var readings =
                new Reading[] {
                    achieved("x", "2025-12-31", "30"), achieved("x", "2026-12-31", "50")
                };
        var aim = aim("2027-12-31", Operator.AT_LEAST, "80");
        var flow = measure(Series.FLOW, base("2024-12-31", "0"), false, false, aim);
        assertThat(standing(flow, "2027-01-01", readings).value()).isEqualByComparingTo("80");
        assertThat(standing(flow, "2027-01-01", readings).status()).isEqualTo(Status.REACHED);
        var total = measure(Series.CUMULATIVE, base("2024-12-31", "0"), false, false, aim);
        assertThat(standing(total, "2027-01-01", readings).value()).isEqualByComparingTo("50");
        var yearly =
                measure(Series.FLOW, null, false, false, aim("2026-12-31", Operator.ABOVE, "1"));
        assertThat(standing(yearly, "2027-01-01", readings).value()).isEqualByComparingTo("50");
    }

    @Test
    void growthAndSharesAreNeverSummedOverMembers() {
        var all = THREE.stream().map(p -> achieved(p, "2025-12-31", "5")).toList();
        var on = LocalDate.parse("2025-12-31");
        assertThat(total(Series.GROWTH, false, all, on).reason()).isEqualTo(Totals.Reason.GROWTH);
        assertThat(total(Series.SHARE, false, all, on).value()).isNull();
        assertThat(total(Series.STOCK, true, all, on).reason()).isEqualTo(Totals.Reason.APART);
        assertThat(total(Series.STOCK, false, all, on).value()).isEqualByComparingTo("15");
        assertThat(total(Series.CUMULATIVE, false, all, on).value()).isEqualByComparingTo("15");
        assertThat(total(Series.FLOW, false, all, on).value()).isEqualByComparingTo("15");
    }

    private static Totals.Total total(
            Series series, boolean apart, List<Reading> readings, LocalDate on) {
        return Totals.of(measure(series, null, false, apart), THREE, readings, on);
    }

    @Test
    void aTotalWithAMemberMissingIsNoTotal() {
        var two =
                List.of(
                        achieved("990100", "2025-12-31", "5"),
                        achieved("990200", "2025-12-31", "6"));
        var total = total(Series.STOCK, false, two, LocalDate.parse("2025-12-31"));
        assertThat(total.reason()).isEqualTo(Totals.Reason.INCOMPLETE);
        assertThat(total.missing()).containsExactly("990321");
        assertThat(total.value()).isNull();
    }

    @Test
    void ruralIncomeMustGrowFasterThanTheEconomyInTheSameYear() {
        var income =
                List.of(achieved("x", "2024-12-31", "7.1"), achieved("x", "2025-12-31", "6.0"));
        var gdp = List.of(achieved("x", "2024-12-31", "5.0"), achieved("x", "2025-12-31", "6.0"));
        var now = Standings.against(income, gdp);
        assertThat(now.outcome()).as("equal is not above").isEqualTo(Outcome.NOT_OUTDONE);
        var before = Standings.against(income.subList(0, 1), gdp);
        assertThat(before.outcome()).isEqualTo(Outcome.OUTDONE);
        assertThat(before.difference()).isEqualByComparingTo("2.1");
        var apart = Standings.against(income.subList(0, 1), gdp.subList(1, 2));
        assertThat(apart.outcome()).isEqualTo(Outcome.NO_PAIR);
    }

    @Test
    void theLatestRevisionCountsWhateverTheOrderOfEntries() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var all = new ArrayList<Reading>();
            for (int i = 0; i < 30; i++) {
                all.add(
                        reading(
                                THREE.get(i % 3),
                                "202" + (i % 5) + "-12-31",
                                Integer.toString(random.nextInt(100)),
                                1 + i / 15));
            }
            var first = Standings.latest(all.stream());
            var standing = Standings.of(WATER, of(first), LocalDate.parse("2026-06-01"));
            Collections.shuffle(all, random);
            var again = Standings.latest(all.stream());
            assertThat(again).as("seed " + seed).isEqualTo(first);
            var shuffled = new ArrayList<>(of(again));
            Collections.shuffle(shuffled, random);
            assertThat(Standings.of(WATER, shuffled, LocalDate.parse("2026-06-01")))
                    .isEqualTo(standing);
        }
    }

    private static List<Reading> of(List<Reading> all) {
        return all.stream().filter(r -> r.party().equals("990100")).toList();
    }
}
