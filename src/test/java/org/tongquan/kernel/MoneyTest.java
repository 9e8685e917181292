package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyTest {
    private static final Property.Gen<Long> AMOUNTS = Property.longs(-1L << 62, 1L << 62);
    private static final Property.Gen<List<Long>> WEIGHTS =
            Property.lists(Property.longs(0, Long.MAX_VALUE), 1, 12);

    @Test
    void sharesTenAndElevenFenBySixSixTwo() {
        assertThat(fen(Money.ofFen(10).allocate(6L, 6L, 2L))).containsExactly(4L, 4L, 2L);
        assertThat(fen(Money.ofFen(11).allocate(6L, 6L, 2L))).containsExactly(5L, 5L, 1L);
    }

    @Test
    void cumulativePeriodsMayPostAFenBack() {
        var ten = Money.ofFen(10).allocate(6L, 6L, 2L);
        var eleven = Money.ofFen(11).allocate(6L, 6L, 2L);
        assertThat(eleven.get(2).minus(ten.get(2))).isEqualTo(Money.ofFen(-1));
    }

    @Test
    void mirrorsNegativeAmounts() {
        assertThat(fen(Money.ofFen(-10).allocate(6L, 6L, 2L))).containsExactly(-4L, -4L, -2L);
    }

    @Test
    void breaksTiesAsDeclared() {
        var weights = List.of(1L, 1L, 1L);
        var amount = Money.ofFen(100);
        assertThat(fen(amount.allocate(weights, Money.Tie.FIRST))).containsExactly(34L, 33L, 33L);
        assertThat(fen(amount.allocate(weights, Money.Tie.LAST))).containsExactly(33L, 33L, 34L);
        assertThat(amount.allocate(Map.of("丙", 1L, "甲", 1L)))
                .isEqualTo(amount.allocate(Map.of("甲", 1L, "丙", 1L)));
    }

    @Test
    void refusesWeightsThatShareNothing() {
        assertThatThrownBy(() -> Money.ofFen(1).allocate(0L, 0L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.ofFen(1).allocate(2L, -1L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsAddUpAndStayWithinOneFenOfTheExactShare() {
        Property.forAll(
                choices -> Map.entry(AMOUNTS.draw(choices), WEIGHTS.draw(choices)),
                sample -> {
                    long amount = sample.getKey();
                    var weights = sample.getValue();
                    var total = sum(weights);
                    if (total.signum() == 0) {
                        return;
                    }
                    var parts = Money.ofFen(amount).allocate(weights, Money.Tie.FIRST);
                    assertThat(sum(fen(parts))).isEqualByComparingTo(BigDecimal.valueOf(amount));
                    for (int i = 0; i < parts.size(); i++) {
                        var scaled = BigDecimal.valueOf(parts.get(i).fen()).multiply(total);
                        var exact =
                                BigDecimal.valueOf(amount)
                                        .multiply(BigDecimal.valueOf(weights.get(i)));
                        assertThat(scaled.subtract(exact).abs()).isLessThan(total);
                    }
                });
    }

    @Test
    void theOrderOfWritingDoesNotMatterWhenSharedByKey() {
        Property.forAll(
                choices -> Map.entry(AMOUNTS.draw(choices), WEIGHTS.draw(choices)),
                sample -> {
                    var keys = new ArrayList<Integer>();
                    var weights = new HashMap<Integer, Long>();
                    for (long weight : sample.getValue()) {
                        weights.put(keys.size(), weight);
                        keys.add(keys.size());
                    }
                    if (sum(sample.getValue()).signum() == 0) {
                        return;
                    }
                    Collections.reverse(keys);
                    var backwards = new java.util.LinkedHashMap<Integer, Long>();
                    keys.forEach(key -> backwards.put(key, weights.get(key)));
                    var amount = Money.ofFen(sample.getKey());
                    assertThat(amount.allocate(backwards)).isEqualTo(amount.allocate(weights));
                });
    }

    @Test
    void roundsOnceAsDeclared() {
        var amount = Money.ofFen(25);
        assertThat(amount.times(1, 10, RoundingMode.HALF_UP)).isEqualTo(Money.ofFen(3));
        assertThat(amount.times(1, 10, RoundingMode.HALF_EVEN)).isEqualTo(Money.ofFen(2));
        assertThat(amount.times(1, 10, RoundingMode.DOWN)).isEqualTo(Money.ofFen(2));
        assertThat(Money.ofFen(-25).times(1, 10, RoundingMode.HALF_UP)).isEqualTo(Money.ofFen(-3));
        assertThat(Money.ofFen(235).times(1, 1, RoundingMode.UNNECESSARY).fen()).isEqualTo(235);
        assertThatThrownBy(() -> amount.times(1, 10, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverWrapsRound() {
        var most = Money.ofFen(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2, 1, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsYuanAsPeopleWriteIt() {
        assertThat(Money.parse("1234.5")).contains(Money.ofFen(123_450));
        assertThat(Money.parse(" -1,234.56 ")).contains(Money.ofFen(-123_456));
        assertThat(Money.parse("¥8")).contains(Money.ofYuan(8));
        assertThat(Money.parse("0.07元")).contains(Money.ofFen(7));
        assertThat(Money.parse("-92233720368547758.08")).contains(Money.ofFen(Long.MIN_VALUE));
    }

    @Test
    void refusesWhatIsNoAmount() {
        for (var text :
                List.of(
                        "",
                        "1.234",
                        "1,23",
                        "12,3456",
                        "1e3",
                        ".5",
                        "--1",
                        "1 元 2",
                        "92233720368547758.08")) {
            assertThat(Money.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void printsTwoDecimalsAndReadsThemBack() {
        assertThat(Money.ofFen(-5)).hasToString("-0.05");
        assertThat(Money.ofFen(-123_456_789).format()).isEqualTo("-1,234,567.89");
        assertThat(Money.ofFen(12_345).format()).isEqualTo("123.45");
        Property.forAll(
                Property.longs(Long.MIN_VALUE, Long.MAX_VALUE).map(Money::ofFen),
                money -> {
                    assertThat(Money.parse(money.toString())).contains(money);
                    assertThat(Money.parse(money.format())).contains(money);
                });
    }

    private static List<Long> fen(List<Money> parts) {
        return parts.stream().map(Money::fen).toList();
    }

    private static BigDecimal sum(List<Long> numbers) {
        return numbers.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
