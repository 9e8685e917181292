package org.tongquan.ledger.drafting.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// The side-by-side review: the document on the left, the rows on the right.
///
/// @param segments the whole text of the document, in order, cut where something begins or ends
/// @param rows exceptions first, then in the order of the text
/// @param sure confidences from which rows may be accepted in bulk, with how many those are
/// @param label free label offered for the new version
public record ReviewView(
        String id,
        String title,
        String head,
        boolean open,
        String version,
        String region,
        List<Segment> segments,
        List<Row> rows,
        Counts counts,
        List<Option> sure,
        List<String> problems,
        List<Option> parties,
        List<Option> categories,
        List<String> knownUnits,
        String label,
        String today,
        String error,
        List<String> errors,
        List<Crumb> crumbs) {
    /// @param kind `plain`, `heading`, `row`, `skipped`
    /// @param ref id of the row, or the rule by which the sentence was skipped
    public record Segment(String kind, String ref, String state, int start, int end, String text) {}

    public record Counts(int all, int accepted, int dropped, int proposed) {}

    /// One row as the right side shows and edits it.
    public record Row(
            String id,
            String draft,
            String mark,
            String state,
            boolean exception,
            boolean open,
            int percent,
            String article,
            String text,
            String kind,
            List<String> partyIds,
            String parties,
            List<Unit> lead,
            boolean leadExplicit,
            List<Unit> cooperating,
            String leadLines,
            String cooperatingLines,
            String deadline,
            String cycle,
            String indicators,
            String indicatorLines,
            String category,
            String categoryName,
            List<Option> splits) {}

    /// @param known whether the compact knows the unit
    /// @param offers for one it does not know: the names that are written most alike
    public record Unit(String text, boolean known, List<String> offers) {}
}
