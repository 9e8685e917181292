package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate JUNE_3 = LocalDate.of(2020, 6, 3);
    private static final LocalDate JUNE_30 = LocalDate.of(2020, 6, 30);
    private static final LocalDate DAY_0 = LocalDate.of(2020, 1, 1);
    private static final Property.Gen<Period> PERIODS =
            choices -> {
                var from = DAY_0.plusDays(choices.upTo(20));
                return choices.upTo(4) == 4
                        ? Period.from(from)
                        : new Period(from, from.plusDays(1 + choices.upTo(20)));
            };

    @Test
    void containsItsFirstDayAndNotItsEnd() {
        var period = new Period(JUNE_3, JUNE_30);
        assertThat(period.contains(JUNE_3)).isTrue();
        assertThat(period.contains(JUNE_3.minusDays(1))).isFalse();
        assertThat(period.contains(JUNE_30.minusDays(1))).isTrue();
        assertThat(period.contains(JUNE_30)).isFalse();
        assertThat(Period.ofDays(JUNE_3, JUNE_30).last()).contains(JUNE_30);
    }

    @Test
    void anOpenPeriodHasNoLastDay() {
        var open = Period.from(JUNE_3);
        assertThat(open.last()).isEmpty();
        assertThat(open.contains(LocalDate.MAX)).isTrue();
        assertThat(open).hasToString("2020-06-03/..");
        assertThat(Period.ALWAYS).hasToString("../..");
        assertThat(new Period(JUNE_3, JUNE_30)).hasToString("2020-06-03/2020-06-30");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> new Period(JUNE_3, JUNE_3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neighboursDoNotOverlap() {
        var before = new Period(DAY_0, JUNE_3);
        assertThat(before.overlaps(Period.from(JUNE_3))).isFalse();
        assertThat(before.intersect(Period.from(JUNE_3))).isEmpty();
        assertThat(before.intersect(Period.from(JUNE_3.minusDays(1))).orElseThrow())
                .isEqualTo(Period.ofDays(JUNE_3.minusDays(1), JUNE_3.minusDays(1)));
    }

    @Test
    void agreesWithLookingAtEveryDay() {
        Property.forAll(
                choices -> List.of(PERIODS.draw(choices), PERIODS.draw(choices)),
                two -> {
                    var a = two.get(0);
                    var b = two.get(1);
                    var both =
                            DAY_0.datesUntil(DAY_0.plusDays(60))
                                    .filter(day -> a.contains(day) && b.contains(day))
                                    .toList();
                    assertThat(a.overlaps(b)).isEqualTo(!both.isEmpty());
                    assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
                    a.intersect(b)
                            .ifPresent(
                                    common -> {
                                        assertThat(common.from()).isEqualTo(both.getFirst());
                                        assertThat(a.contains(common) && b.contains(common))
                                                .isTrue();
                                    });
                });
    }
}
