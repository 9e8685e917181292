package org.tongquan.ledger.sheet;

import java.util.List;

/// A list as it goes into a workbook: one sheet of rows, one of notes.
///
/// @param name of the sheet; what Excel does not take in a name is left out
/// @param frozen how many columns stay in sight when the sheet is moved sideways
/// @param rows each as long as `headings`
/// @param notes lines of the second sheet; none leaves it out
public record Listing(
        String name,
        List<Heading> headings,
        int frozen,
        List<List<Cell>> rows,
        List<String> notes) {
    /// A listing holds no more; a note says where it was cut.
    public static final int MOST_ROWS = 20_000;

    public Listing {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (var row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("a row is not as long as the headings");
            }
        }
    }
}
