package org.tongquan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private static final BarChart LIGHTS =
            new BarChart(
                    "lights by party",
                    "tasks",
                    List.of(
                            new BarChart.Bar(
                                    "A",
                                    List.of(
                                            new BarChart.Part("red", 2, "red"),
                                            new BarChart.Part("yellow", 0, "yellow"),
                                            new BarChart.Part("green", 6, "green"))),
                            new BarChart.Bar(
                                    "B", List.of(new BarChart.Part("green", 4, "green")))));

    @Test
    void theLongestBarTakesTheWholeWidth() {
        assertThat(LIGHTS.rows().getFirst().pieces())
                .containsExactly(
                        new BarChart.Piece("0.00%", "25.00%", "red", "red 2"),
                        new BarChart.Piece("25.00%", "75.00%", "green", "green 6"));
        assertThat(LIGHTS.rows().getLast().pieces())
                .containsExactly(new BarChart.Piece("0.00%", "50.00%", "green", "green 4"));
    }

    @Test
    void eachBarSaysItsTotal() {
        assertThat(LIGHTS.rows())
                .extracting(BarChart.Row::value)
                .containsExactly("8 tasks", "4 tasks");
    }

    @Test
    void theKeyNamesEachPartOnce() {
        assertThat(LIGHTS.key())
                .extracting(BarChart.Part::name)
                .containsExactly("red", "yellow", "green");
    }

    @Test
    void drawsNothingWhenAllValuesAreZero() {
        var empty =
                new BarChart(
                        "none",
                        "",
                        List.of(new BarChart.Bar("A", List.of(new BarChart.Part("", 0, "")))));
        assertThat(empty.rows().getFirst().pieces()).isEmpty();
        assertThat(empty.rows().getFirst().value()).isEqualTo("0");
    }

    @Test
    void refusesANegativeValue() {
        assertThatThrownBy(() -> new BarChart.Part("", -1, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
