package org.tongquan.ledger.overview.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// The items of a plan as bars over its year. Places are per cent of the year's width.
///
/// @param today place of today; negative outside the year
public record TimelineView(
        List<Crumb> crumbs, String title, List<Tick> months, String today, List<Row> rows) {
    public record Tick(String x, String label) {}

    /// @param x where the bar begins, `width` how long it is, `done` how far it is filled
    public record Row(
            String href,
            String id,
            String text,
            String parties,
            String light,
            int percent,
            String start,
            String deadline,
            String x,
            String width,
            String done,
            List<Mark> marks,
            List<Arrow> arrows) {}

    /// From the end of an item that this one waits for to its own beginning.
    ///
    /// @param id the item waited for
    /// @param warns whether that is late, or due only after this one begins
    public record Arrow(String from, String to, String id, String title, boolean warns) {}

    /// A milestone.
    public record Mark(String x, String title) {}
}
