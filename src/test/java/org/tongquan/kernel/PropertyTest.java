package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {
    @Test
    void shrinksToTheSmallestFailingNumber() {
        assertThatThrownBy(() -> Property.forAll(Property.longs(0, 1_000_000), this::below17))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("fails for 17\n")
                .hasMessageContaining("-Dproperty.seed=");
    }

    @Test
    void shrinksAListToTheOneElementThatMatters() {
        var lists = Property.lists(Property.longs(-1_000, 1_000), 30);
        assertThatThrownBy(() -> Property.forAll(lists, list -> list.forEach(this::below17)))
                .hasMessageContaining("fails for [17]");
    }

    @Test
    void triesTheSameValuesEveryTime() {
        assertThat(values()).isEqualTo(values()).hasSizeGreaterThan(100);
    }

    @Test
    void staysWithinBoundsAndMeetsBothEnds() {
        var seen = new ArrayList<Long>();
        Property.forAll(Property.longs(-3, 9), seen::add);
        assertThat(seen).allMatch(n -> n >= -3 && n <= 9).contains(-3L, 0L, 9L);
    }

    private static List<String> values() {
        var seen = new ArrayList<String>();
        Property.forAll(Property.strings("甲乙ab", 8), seen::add);
        return seen;
    }

    private void below17(long number) {
        assertThat(number).isLessThan(17);
    }
}
