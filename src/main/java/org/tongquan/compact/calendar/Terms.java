package org.tongquan.compact.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tongquan.compact.calendar.WorkCalendar.TermUnit;
import org.tongquan.kernel.Problems;

/// A table of terms to reckon: comma-separated, with a header naming `start`, `n` and perhaps
/// `unit` in any order. Every bad row is reported; one is enough to refuse the table.
public final class Terms {
    /// Longest table, in rows.
    public static final int MOST_ROWS = 1_000_000;

    private static final List<String> KNOWN = List.of("start", "n", "unit");

    private Terms() {}

    /// One row; `unit` is WORKDAY where the table does not say.
    public record Term(LocalDate start, int n, TermUnit unit) {}

    /// @param file name of the table, for the problems
    public static List<Term> read(String file, String text, Problems problems) {
        var lines = text.startsWith("\uFEFF") ? text.substring(1).lines() : text.lines();
        var all = lines.limit(MOST_ROWS + 2L).toList();
        if (all.isEmpty() || all.size() > MOST_ROWS + 1) {
            problems.add(
                    file,
                    0,
                    all.isEmpty() ? "the table is empty" : "more than " + MOST_ROWS + " rows",
                    all.isEmpty() ? "start with the line start,n" : "split the table");
            return List.of();
        }
        var columns = cells(all.getFirst()).stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        if (!header(file, columns, problems)) {
            return List.of();
        }
        var terms = new ArrayList<Term>();
        for (var i = 1; i < all.size(); i++) {
            if (!all.get(i).isBlank()) {
                row(file, i + 1, columns, cells(all.get(i)), problems, terms);
            }
        }
        return terms;
    }

    private static boolean header(String file, List<String> columns, Problems problems) {
        for (var column : columns) {
            if (!KNOWN.contains(column)) {
                problems.add(file, 1, "unknown column '" + column + "'", "known: start, n, unit");
            }
        }
        for (var needed : KNOWN.subList(0, 2)) {
            if (columns.stream().filter(needed::equals).count() != 1) {
                problems.add(
                        file, 1, "the column '" + needed + "' must stand once", "header: start,n");
            }
        }
        return problems.isEmpty();
    }

    private static void row(
            String file,
            int line,
            List<String> columns,
            List<String> cells,
            Problems problems,
            List<Term> terms) {
        if (cells.size() != columns.size()) {
            problems.add(
                    file,
                    line,
                    cells.size() + " cells, but " + columns.size() + " columns",
                    "write one cell for each column");
            return;
        }
        var before = problems.count();
        var start = start(file, line, cells.get(columns.indexOf("start")), problems);
        var n = length(file, line, cells.get(columns.indexOf("n")), problems);
        var at = columns.indexOf("unit");
        var unit = unit(file, line, at < 0 ? "" : cells.get(at), problems);
        if (problems.count() == before) {
            terms.add(new Term(start, n, unit));
        }
    }

    private static LocalDate start(String file, int line, String text, Problems problems) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            problems.add(file, line, "'" + text + "' is no date", "write it like 2026-01-20");
            return LocalDate.EPOCH;
        }
    }

    private static int length(String file, int line, String text, Problems problems) {
        try {
            var n = Integer.parseInt(text);
            if (n >= 1 && n <= WorkCalendar.MOST_DAYS) {
                return n;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of bounds
        }
        problems.add(
                file,
                line,
                "'" + text + "' is no length of a term",
                "write a whole number from 1 to " + WorkCalendar.MOST_DAYS);
        return 1;
    }

    private static TermUnit unit(String file, int line, String text, Problems problems) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "", "WORKDAY" -> TermUnit.WORKDAY;
            case "DAY" -> TermUnit.DAY;
            default -> {
                problems.add(file, line, "'" + text + "' is no unit", "write WORKDAY or DAY");
                yield TermUnit.WORKDAY;
            }
        };
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(Terms::unquoted).toList();
    }

    private static String unquoted(String cell) {
        var text = cell.strip();
        var quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
