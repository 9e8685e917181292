package org.tongquan.ledger.measuring.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.LineChart;
import org.tongquan.site.Option;

/// One indicator: definition, members, charts, totals, revisions, and the form.
///
/// @param outdoes name of the indicator it is to outdo, empty when none
public record IndicatorView(
        List<Crumb> crumbs,
        String path,
        String name,
        String unit,
        String series,
        String status,
        String base,
        List<String> targets,
        String outdoes,
        String basis,
        String note,
        boolean verified,
        boolean apart,
        String commitment,
        List<Row> rows,
        List<ChartView> charts,
        List<TotalView> totals,
        List<RevisionView> revisions,
        Form form,
        String error) {
    /// @param against sentence about the indicator to outdo, empty when there is none
    public record Row(
            String name,
            String status,
            String why,
            String target,
            String decided,
            String achieved,
            String on,
            String change,
            String against) {}

    public record ChartView(String id, LineChart chart) {}

    /// @param reason a reason's word; `summed` when there is a value
    public record TotalView(String on, String value, String reason, String missing) {}

    /// @param revise address of the form for a revision, empty when not allowed or not the latest
    public record RevisionView(
            String on,
            String party,
            String kind,
            String value,
            int revision,
            boolean latest,
            String source,
            String reason,
            String by,
            String at,
            String revise) {}

    /// @param parties whose values the acting body enters; none hides the form
    /// @param shown revision shown, 0 for a new value
    public record Form(
            List<Option> parties,
            String party,
            String kind,
            String on,
            String value,
            String source,
            int shown,
            String reason) {}
}
