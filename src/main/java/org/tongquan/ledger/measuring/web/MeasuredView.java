package org.tongquan.ledger.measuring.web;

import java.util.List;
import org.tongquan.site.Option;

/// What the indicator of an item says, party by party.
///
/// @param action where the form goes that names an indicator; empty when this reader names none
/// @param chosen id of the indicator that the office named, empty when it named none
/// @param shown how often one was named
public record MeasuredView(
        List<Row> rows, String action, List<Option> choices, String chosen, int shown) {
    public MeasuredView {
        rows = List.copyOf(rows);
        choices = List.copyOf(choices);
    }

    /// @param path where the path asks for it to be, empty where there is none
    /// @param percent computed progress, -1 where none can be computed
    public record Row(
            String party,
            String href,
            String name,
            String value,
            String on,
            String path,
            boolean behind,
            String target,
            int percent,
            String source) {}
}
