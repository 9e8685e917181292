package org.tongquan.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Up to three lines over the same points in time, reckoned here and drawn as SVG by
/// `site/part/chart-line.jte`. The scale starts at zero and ends at a round number.
///
/// @param title what is shown
/// @param unit of all values, as shown; may be empty
/// @param labels one for each point in time, oldest first
/// @param lines each with one value for each label
public record LineChart(String title, String unit, List<String> labels, List<Line> lines) {
    /// More lines than this cannot be told apart without colour.
    public static final int MOST_LINES = 3;

    static final int HEIGHT_PX = 220;
    static final int TOP_PX = 24;
    static final int BOTTOM_PX = 190;
    private static final int MOST_LABELS = 6;
    private static final int GRID_STEPS = 4;
    private static final double LEFT = 12;
    private static final double RIGHT = 96;
    private static final double[] ROUND = {1, 2, 4, 5, 8, 10};
    private static final List<String> TONES = List.of("", "second", "third");

    public LineChart {
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines; at most " + MOST_LINES);
        }
        for (var line : lines) {
            if (line.values().size() != labels.size()) {
                throw new IllegalArgumentException(line.name() + " does not fit the labels");
            }
        }
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
    }

    /// @param values zero or more; NaN where nothing is known, which leaves a gap
    public record Line(String name, List<Double> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// A straight piece between two neighbouring known values.
    public record Piece(String x1, String y1, String x2, String y2, String tone) {}

    /// One known value.
    public record Dot(String x, String y, String tone, String spoken) {}

    /// A text beside the drawing; `anchor` as in SVG.
    public record Mark(String x, String y, String text, String anchor) {}

    /// The name of a line and its tone, for the key below the drawing.
    public record Key(String name, String tone) {}

    public int height() {
        return HEIGHT_PX;
    }

    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        for (int l = 0; l < lines.size(); l++) {
            var values = lines.get(l).values();
            for (int i = 1; i < values.size(); i++) {
                double from = values.get(i - 1);
                double to = values.get(i);
                if (!Double.isNaN(from) && !Double.isNaN(to)) {
                    pieces.add(new Piece(x(i - 1), y(from), x(i), y(to), TONES.get(l)));
                }
            }
        }
        return pieces;
    }

    public List<Dot> dots() {
        var dots = new ArrayList<Dot>();
        for (int l = 0; l < lines.size(); l++) {
            var line = lines.get(l);
            for (int i = 0; i < line.values().size(); i++) {
                double value = line.values().get(i);
                if (!Double.isNaN(value)) {
                    var spoken = line.name() + " " + labels.get(i) + ": " + shown(value);
                    dots.add(new Dot(x(i), y(value), TONES.get(l), spoken.strip()));
                }
            }
        }
        return dots;
    }

    /// The horizontal lines with their values.
    public List<Mark> grid() {
        var marks = new ArrayList<Mark>();
        for (int step = 0; step <= GRID_STEPS; step++) {
            var value = top() * step / GRID_STEPS;
            marks.add(new Mark("0", y(value), shown(value), "start"));
        }
        return marks;
    }

    /// The points in time, thinned out so that they never touch.
    public List<Mark> times() {
        var last = labels.size() - 1;
        var every = Math.max(1, (int) Math.ceil(labels.size() / (double) MOST_LABELS));
        var marks = new ArrayList<Mark>();
        for (int i = last; i >= 0; i -= every) {
            var anchor = i == last && last > 0 ? "end" : i == 0 ? "start" : "middle";
            marks.add(new Mark(x(i), Integer.toString(HEIGHT_PX - 8), labels.get(i), anchor));
        }
        return marks.reversed();
    }

    public List<Key> key() {
        var key = new ArrayList<Key>();
        for (int l = 0; l < lines.size(); l++) {
            key.add(new Key(lines.get(l).name(), TONES.get(l)));
        }
        return key;
    }

    /// The value as written beside the drawing: without needless decimals.
    public String shown(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        var text = String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
        return unit.equals("%") ? text + "%" : text;
    }

    /// The end of the scale: the smallest round number that no value exceeds.
    double top() {
        var highest =
                lines.stream()
                        .flatMapToDouble(l -> l.values().stream().mapToDouble(v -> v))
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(0);
        if (highest <= 0) {
            return 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(highest)));
        return Arrays.stream(ROUND)
                .map(r -> r * power)
                .filter(r -> r >= highest)
                .findFirst()
                .orElse(10 * power);
    }

    private String x(int point) {
        var last = Math.max(1, labels.size() - 1);
        return BarChart.percent(LEFT + (RIGHT - LEFT) * point / last);
    }

    private String y(double value) {
        var share = Math.clamp(value / top(), 0.0, 1.0);
        return String.format(Locale.ROOT, "%.1f", BOTTOM_PX - (BOTTOM_PX - TOP_PX) * share);
    }
}
