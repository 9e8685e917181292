package org.tongquan.ledger.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The columns of a listing of some fact, each with what it takes from it.
public final class Columns<T> {
    private final List<Heading> headings = new ArrayList<>();
    private final List<Function<T, Cell>> cells = new ArrayList<>();

    /// @param width in characters
    public Columns<T> add(String heading, int width, Function<T, Cell> cell) {
        headings.add(new Heading(heading, width));
        cells.add(cell);
        return this;
    }

    public Columns<T> text(String heading, int width, Function<T, String> text) {
        return add(heading, width, row -> Cell.of(text.apply(row)));
    }

    /// @param frozen how many columns stay in sight
    public Listing list(String name, int frozen, List<T> facts, List<String> notes) {
        var rows = facts.stream().map(f -> cells.stream().map(c -> c.apply(f)).toList()).toList();
        return new Listing(name, headings, frozen, rows, notes);
    }
}
