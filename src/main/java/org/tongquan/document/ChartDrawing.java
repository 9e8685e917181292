package org.tongquan.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Kind;
import org.tongquan.document.Canvas.Anchor;

/// Draws a chart the same way on a PDF page and into a picture.
final class ChartDrawing {
    private static final int[] COLOURS = {
        0x1F4E79, 0xC55A11, 0x548235, 0x7F6000, 0x7030A0, 0x2E9CA6, 0xA61C3C, 0x7F7F7F
    };
    private static final int INK = 0x000000;
    private static final int PAPER = 0xFFFFFF;
    private static final int GRID_INK = 0xCCCCCC;
    private static final float TITLE_SIZE = 14;
    private static final float TEXT_SIZE = 10;
    private static final float VALUE_SIZE = 9;

    /// Above this many values on the whole chart the figures are left out.
    private static final int MOST_FIGURES = 36;

    private static final int STEPS = 5;

    /// Space for the figure above the highest value.
    private static final double HEADROOM = 1.05;

    /// A part of a stacked bar lower than this has no figure inside.
    private static final float FIGURE_HEIGHT = 13;

    private final Canvas on;
    private final Chart chart;
    private final float left;
    private final float right;
    private final float top;
    private final float bottom;
    private final double low;
    private final double high;
    private final double step;

    private ChartDrawing(Canvas on, Chart chart, float width, float height) {
        this.on = on;
        this.chart = chart;
        double least = 0;
        double most = 0;
        for (int i = 0; i < chart.categories().size(); i++) {
            double up = 0;
            double down = 0;
            for (var series : chart.series()) {
                double value = orZero(series.values().get(i));
                boolean isStacked = chart.kind() == Kind.STACKED;
                up = isStacked ? up + Math.max(0, value) : Math.max(up, value);
                down = isStacked ? down + Math.min(0, value) : Math.min(down, value);
            }
            most = Math.max(most, up);
            least = Math.min(least, down);
        }
        step = niceStep(most - least);
        low = Math.floor(least / step) * step;
        high = Math.max(low + step, Math.ceil(most * HEADROOM / step) * step);
        float axis =
                Math.max(on.widthOf(figure(low), TEXT_SIZE), on.widthOf(figure(high), TEXT_SIZE));
        left = axis + 10;
        right = width - 4;
        top = 56;
        bottom = height - 22;
    }

    static void draw(Canvas on, Chart chart, float width, float height) {
        var drawing = new ChartDrawing(on, chart, width, height);
        on.text(width / 2, 17, TITLE_SIZE, Anchor.MIDDLE, INK, chart.title());
        drawing.legend();
        drawing.axes();
        if (chart.kind() == Kind.LINE) {
            drawing.lines();
        } else {
            drawing.bars();
        }
        on.line(drawing.left, drawing.y(0), drawing.right, drawing.y(0), 0.75f, INK);
    }

    private void legend() {
        on.text(0, 40, TEXT_SIZE, Anchor.START, INK, chart.unit());
        if (chart.series().size() == 1) {
            return;
        }
        float x = right;
        for (int i = chart.series().size() - 1; i >= 0; i--) {
            var name = chart.series().get(i).name();
            x -= on.widthOf(name, TEXT_SIZE);
            on.text(x, 40, TEXT_SIZE, Anchor.START, INK, name);
            x -= 13;
            on.box(x, 31.5f, 9, 9, colour(i));
            x -= 12;
        }
    }

    private void axes() {
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            double value = low + i * step;
            on.line(left, y(value), right, y(value), 0.4f, GRID_INK);
            on.text(left - 5, y(value) + 3.5f, TEXT_SIZE, Anchor.END, INK, figure(value));
        }
        float room = slot();
        int every = 1;
        for (var name : chart.categories()) {
            every = Math.max(every, (int) Math.ceil((on.widthOf(name, TEXT_SIZE) + 4) / room));
        }
        for (int i = 0; i < chart.categories().size(); i += every) {
            var name = chart.categories().get(i);
            on.text(middle(i), bottom + 15, TEXT_SIZE, Anchor.MIDDLE, INK, name);
        }
    }

    private void bars() {
        boolean isStacked = chart.kind() == Kind.STACKED;
        int abreast = isStacked ? 1 : chart.series().size();
        float width = Math.min(slot() * 0.72f / abreast, 34);
        for (int i = 0; i < chart.categories().size(); i++) {
            double up = 0;
            double down = 0;
            for (int s = 0; s < chart.series().size(); s++) {
                double value = orZero(chart.series().get(s).values().get(i));
                double from = !isStacked ? 0 : value >= 0 ? up : down;
                float x = middle(i) + (isStacked ? -0.5f : s - abreast / 2f) * width;
                float y1 = y(from);
                float y2 = y(from + value);
                on.box(x + 0.5f, Math.min(y1, y2), width - 1, Math.abs(y2 - y1), colour(s));
                if (isStacked && hasFigures(i, s) && Math.abs(y2 - y1) >= FIGURE_HEIGHT) {
                    float at = (y1 + y2) / 2 + VALUE_SIZE * 0.36f;
                    int ink = isPale(colour(s)) ? INK : PAPER;
                    on.text(middle(i), at, VALUE_SIZE, Anchor.MIDDLE, ink, figure(value));
                }
                if (!isStacked && hasFigures(i, s)) {
                    float at = value >= 0 ? y2 - 3 : y2 + VALUE_SIZE;
                    on.text(x + width / 2, at, VALUE_SIZE, Anchor.MIDDLE, INK, figure(value));
                }
                up += Math.max(0, value);
                down += Math.min(0, value);
            }
            if (isStacked && hasFigures(i, 0)) {
                on.text(middle(i), y(up) - 3, VALUE_SIZE, Anchor.MIDDLE, INK, figure(up + down));
            }
        }
    }

    private void lines() {
        for (int s = 0; s < chart.series().size(); s++) {
            var values = chart.series().get(s).values();
            for (int i = 0; i < values.size(); i++) {
                double value = values.get(i);
                if (Double.isNaN(value)) {
                    continue;
                }
                if (i > 0 && !Double.isNaN(values.get(i - 1))) {
                    float before = y(values.get(i - 1));
                    on.line(middle(i - 1), before, middle(i), y(value), 1.5f, colour(s));
                }
                on.box(middle(i) - 2.2f, y(value) - 2.2f, 4.4f, 4.4f, colour(s));
                pointFigure(i, s);
            }
        }
    }

    /// The highest value has its figure above, the lowest one below, others none.
    private void pointFigure(int category, int series) {
        double value = chart.series().get(series).values().get(category);
        boolean isHighest = true;
        boolean isLowest = true;
        for (int s = 0; s < chart.series().size(); s++) {
            double other = chart.series().get(s).values().get(category);
            isHighest &= !(other > value) && !(other == value && s < series);
            isLowest &= !(other < value) && !(other == value && s > series);
        }
        if (hasFigures(category, series) && (isHighest || isLowest)) {
            float y = isHighest ? y(value) - 5 : y(value) + VALUE_SIZE + 4;
            on.text(middle(category), y, VALUE_SIZE, Anchor.MIDDLE, INK, figure(value));
        }
    }

    private int colour(int series) {
        return switch (chart.series().get(series).tone()) {
            case GREEN -> 0x3C8D5A;
            case YELLOW -> 0xF2C14E;
            case RED -> 0xB3261E;
            case GREY -> 0xB0B0B0;
            case PLAIN -> COLOURS[series];
        };
    }

    private static boolean isPale(int colour) {
        return (colour >> 16 & 255) * 3 + (colour >> 8 & 255) * 6 + (colour & 255) > 1500;
    }

    private boolean hasFigures(int category, int series) {
        var values = chart.series().get(series).values();
        boolean isStacked = chart.kind() == Kind.STACKED;
        int count = values.size() * (isStacked ? 1 : chart.series().size());
        return count <= MOST_FIGURES && (isStacked || !Double.isNaN(values.get(category)));
    }

    private float slot() {
        return (right - left) / chart.categories().size();
    }

    private float middle(int category) {
        return left + (category + 0.5f) * slot();
    }

    private float y(double value) {
        return (float) (bottom - (value - low) / (high - low) * (bottom - top));
    }

    /// 1, 2 or 5 times a power of ten, so that about five steps cover the range.
    private static double niceStep(double range) {
        if (range <= 0) {
            return 1;
        }
        double rough = range / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "无数据";
        }
        var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
