package org.tongquan.ledger.selected.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Rows that were chosen, and the form for what is to be done with them; or what became of each.
///
/// @param act word of what is to be done
/// @param units that can be given a part
/// @param who the unit's responsible person, as it was typed
/// @param done whether it was tried: the rows say what became of each
/// @param worked how many rows it worked for
/// @param error reason why nothing was tried, a message key; empty without one
public record SelectedView(
        List<Crumb> crumbs,
        String act,
        List<Row> rows,
        List<Option> units,
        String text,
        String level,
        String unit,
        String role,
        String who,
        boolean done,
        int worked,
        String error) {
    /// @param key what the form sends for the row
    /// @param outcome message key of what became of it, empty before
    /// @param made where what was made stands, empty without it
    public record Row(
            String key,
            String href,
            String text,
            String party,
            String light,
            int percent,
            String due,
            String outcome,
            boolean worked,
            String made) {}
}
