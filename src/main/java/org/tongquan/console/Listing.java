package org.tongquan.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows for a terminal: a table for people, or one JSON array for programs. Columns keep their
/// order; wide characters count as two cells.
public final class Listing {
    private static final int GAP = 2;

    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    public Listing(String... columns) {
        this.columns = List.of(columns);
    }

    /// Adds a row; numbers and booleans stay such in JSON.
    public Listing row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public void print(PrintStream out, boolean json) {
        if (json) {
            out.println(Json.write(maps()));
        } else {
            printTable(out);
        }
    }

    private List<Map<String, Object>> maps() {
        var maps = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var map = new LinkedHashMap<String, Object>();
            for (int i = 0; i < columns.size(); i++) {
                map.put(columns.get(i), row.get(i));
            }
            maps.add(map);
        }
        return maps;
    }

    private void printTable(PrintStream out) {
        var widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(columns.get(i));
            for (var row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i).toString()));
            }
        }
        printRow(out, columns, widths);
        for (var row : rows) {
            printRow(out, row, widths);
        }
    }

    private static void printRow(PrintStream out, List<?> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var text = cells.get(i).toString();
            line.append(text);
            if (i < cells.size() - 1) {
                line.repeat(" ", widths[i] - width(text) + GAP);
            }
        }
        out.println(line);
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xA4CF) || isWideHigh(c));
    }

    private static boolean isWideHigh(int c) {
        return (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
