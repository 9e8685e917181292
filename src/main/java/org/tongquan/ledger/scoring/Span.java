package org.tongquan.ledger.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Half a year or a year that is evaluated.
///
/// @param name `2026`, `2026-H1` or `2026-H2`
/// @param from first day
/// @param to last day
public record Span(String name, LocalDate from, LocalDate to) {
    private static final Pattern NAME = Pattern.compile("([0-9]{4})(?:-H([12]))?");
    private static final int HALF = 6;

    /// Reads a name; empty when it is none.
    public static Optional<Span> of(String name) {
        var found = NAME.matcher(name);
        if (!found.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group(1));
        var first = LocalDate.of(year, 1, 1);
        if (found.group(2) == null) {
            return Optional.of(new Span(name, first, first.plusYears(1).minusDays(1)));
        }
        var from = found.group(2).equals("1") ? first : first.plusMonths(HALF);
        return Optional.of(new Span(name, from, from.plusMonths(HALF).minusDays(1)));
    }

    /// The spans of some years that had ended before a day, newest first.
    public static List<Span> ended(LocalDate today, int years) {
        var spans = new ArrayList<Span>();
        for (int year = today.getYear(); year > today.getYear() - years; year--) {
            for (var part : List.of("", "-H2", "-H1")) {
                of(year + part).filter(s -> s.to().isBefore(today)).ifPresent(spans::add);
            }
        }
        return spans;
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
