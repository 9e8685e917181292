package org.tongquan.document;

import java.util.List;

/// One piece of a document's body, from top to bottom.
public sealed interface Block {
    /// A heading with its number written out: `一、`, `（一）`, `1.`, `（1）` for levels 1 to 4.
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("heading levels are 1 to 4, not " + level);
            }
        }
    }

    /// A paragraph with the two-character indent.
    record Paragraph(String text) implements Block {}

    /// A ruled table over the full width; its header is repeated on every page.
    ///
    /// @param caption centred above the table; empty leaves it out
    /// @param rows each as long as `columns`
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
                throw new IllegalArgumentException("a table has 1 to " + MOST_COLUMNS + " columns");
            }
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row is not as long as the header");
                }
            }
        }
    }

    /// More columns than this cannot be read on an upright A4 page.
    int MOST_COLUMNS = 16;

    /// @param share width relative to the other columns, more than 0
    record Column(String header, double share, Align align) {
        public Column {
            if (!(share > 0)) {
                throw new IllegalArgumentException("a column's share is more than 0");
            }
        }
    }

    /// How the cells of a column are set.
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// A chart over the full width.
    ///
    /// @param unit of the values, shown above the axis
    /// @param categories names along the horizontal axis
    /// @param series each as long as `categories`
    record Chart(Kind kind, String title, String unit, List<String> categories, List<Series> series)
            implements Block {
        /// More than these cannot be told apart in print.
        public static final int MOST_CATEGORIES = 40;

        /// More than these cannot be told apart in print.
        public static final int MOST_SERIES = 8;

        public Chart {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            if (categories.isEmpty() || categories.size() > MOST_CATEGORIES) {
                throw new IllegalArgumentException("a chart has 1 to 40 categories");
            }
            if (series.isEmpty() || series.size() > MOST_SERIES) {
                throw new IllegalArgumentException("a chart has 1 to 8 series");
            }
            for (var one : series) {
                if (one.values().size() != categories.size()) {
                    throw new IllegalArgumentException("a series is not as long as the axis");
                }
            }
        }
    }

    /// What is drawn for the values: bars side by side, bars on top of each other, lines.
    enum Kind {
        BAR,
        STACKED,
        LINE
    }

    /// One row of values.
    ///
    /// @param values finite numbers; NaN where there is none
    record Series(String name, List<Double> values, Tone tone) {
        public Series {
            values = List.copyOf(values);
            for (var value : values) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("a chart shows finite values only");
                }
            }
        }

        public Series(String name, List<Double> values) {
            this(name, values, Tone.PLAIN);
        }
    }

    /// The colour of a series: that of a light where it stands for one, else the next free one.
    enum Tone {
        PLAIN,
        GREEN,
        YELLOW,
        RED,
        GREY
    }

    /// What follows starts on a new page.
    record PageBreak() implements Block {}
}
