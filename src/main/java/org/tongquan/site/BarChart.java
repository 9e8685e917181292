package org.tongquan.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Horizontal stacked bars, one below the other, reckoned here and drawn as SVG by
/// `site/part/chart-bars.jte`. Widths are percentages, so that text keeps its size on any screen.
///
/// @param title what is compared, as shown
/// @param unit of all values, as shown; may be empty
/// @param bars from top to bottom
public record BarChart(String title, String unit, List<Bar> bars) {
    /// More bars than this make a table the better answer.
    public static final int MOST = 40;

    static final int BAR_PX = 14;
    static final int TEXT_PX = 20;
    static final int STEP_PX = 46;
    private static final double WHOLE = 100.0;

    public BarChart {
        if (bars.size() > MOST) {
            throw new IllegalArgumentException(bars.size() + " bars; at most " + MOST);
        }
        bars = List.copyOf(bars);
    }

    /// @param label what the bar stands for, for example a party
    /// @param parts from left to right
    public record Bar(String label, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }

        long total() {
            return parts.stream().mapToLong(Part::value).sum();
        }
    }

    /// @param name of the part, for example a light's word; empty when bars have one part only
    /// @param value zero or more
    /// @param tone `red`, `yellow`, `green`, `none`, or empty for the brand's colour
    public record Part(String name, long value, String tone) {
        public Part {
            if (value < 0) {
                throw new IllegalArgumentException("a bar of " + value);
            }
        }
    }

    /// A bar as drawn: where its text stands, and its rectangles.
    public record Row(String label, String value, int textY, int barY, List<Piece> pieces) {}

    /// A rectangle: start and width in percent of the drawing.
    public record Piece(String x, String width, String tone, String name) {}

    public int height() {
        return bars.size() * STEP_PX;
    }

    public int barHeight() {
        return BAR_PX;
    }

    /// The bars reckoned for drawing; the longest takes the whole width.
    public List<Row> rows() {
        var longest = Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            var top = i * STEP_PX;
            rows.add(
                    new Row(
                            bar.label(),
                            spoken(bar),
                            top + TEXT_PX - 5,
                            top + TEXT_PX,
                            pieces(bar, longest)));
        }
        return rows;
    }

    /// The names of the parts with their tones, each once, for the key below the drawing.
    public List<Part> key() {
        return bars.stream()
                .flatMap(b -> b.parts().stream())
                .filter(p -> !p.name().isEmpty())
                .map(p -> new Part(p.name(), 0, p.tone()))
                .distinct()
                .toList();
    }

    private String spoken(Bar bar) {
        return unit.isEmpty() ? Long.toString(bar.total()) : bar.total() + " " + unit;
    }

    private static List<Piece> pieces(Bar bar, long longest) {
        var pieces = new ArrayList<Piece>();
        long before = 0;
        for (var part : bar.parts()) {
            if (part.value() > 0) {
                pieces.add(
                        new Piece(
                                percent(before * WHOLE / longest),
                                percent(part.value() * WHOLE / longest),
                                part.tone(),
                                (part.name() + " " + part.value()).strip()));
            }
            before += part.value();
        }
        return pieces;
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
