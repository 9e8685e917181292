package org.tongquan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineChartTest {
    private static LineChart of(Double... values) {
        var labels = IntStream.range(0, values.length).mapToObj(i -> "m" + i).toList();
        return new LineChart(
                "t", "%", labels, List.of(new LineChart.Line("done", List.of(values))));
    }

    @Test
    void theScaleEndsAtARoundNumber() {
        assertThat(of(37.0).top()).isEqualTo(40);
        assertThat(of(40.0).top()).isEqualTo(40);
        assertThat(of(41.0).top()).isEqualTo(50);
        assertThat(of(0.07).top()).isEqualTo(0.08, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(of(0.0).top()).isEqualTo(1);
    }

    @Test
    void pointsSpreadOverTheWidthAndZeroIsAtTheBottom() {
        var chart = of(0.0, 50.0, 100.0);
        assertThat(chart.dots())
                .extracting(LineChart.Dot::x)
                .containsExactly("12.00%", "54.00%", "96.00%");
        assertThat(chart.dots())
                .extracting(LineChart.Dot::y)
                .containsExactly("190.0", "107.0", "24.0");
    }

    @Test
    void anUnknownValueLeavesAGap() {
        var chart = of(10.0, Double.NaN, 20.0, 30.0);
        assertThat(chart.pieces()).hasSize(1);
        assertThat(chart.dots()).hasSize(3);
        assertThat(chart.shown(Double.NaN)).isEqualTo("-");
    }

    @Test
    void twelveMonthsShowSixLabelsAndAlwaysTheLast() {
        var chart = of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(chart.times())
                .extracting(LineChart.Mark::text)
                .containsExactly("m1", "m3", "m5", "m7", "m9", "m11");
    }

    @Test
    void valuesAreWrittenWithoutNeedlessDecimals() {
        var chart = of(1.0);
        assertThat(chart.shown(12.5)).isEqualTo("12.5%");
        assertThat(chart.shown(100)).isEqualTo("100%");
        assertThat(chart.shown(0)).isEqualTo("0%");
    }

    @Test
    void refusesALineThatDoesNotFitItsLabels() {
        var line = new LineChart.Line("x", List.of(1.0, 2.0));
        assertThatThrownBy(() -> new LineChart("t", "", List.of("a"), List.of(line)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
