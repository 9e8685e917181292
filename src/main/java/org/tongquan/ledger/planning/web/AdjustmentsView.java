package org.tongquan.ledger.planning.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Adjustments of a plan: the form to ask for one, what was asked, the register of promises.
///
/// @param edition the edition that the page shows
/// @param isPublished whether changes can be asked for yet
/// @param chosen what the form holds
/// @param deciding what was typed for a decision that was refused
public record AdjustmentsView(
        String plan,
        String title,
        int edition,
        boolean isPublished,
        Chosen chosen,
        Deciding deciding,
        List<Option> items,
        List<Option> commitments,
        List<Option> parties,
        List<Row> rows,
        List<Entry> register,
        int kept,
        int moved,
        List<String> faults,
        List<String> unknownUnits,
        List<Crumb> crumbs) {
    /// What the form holds, as text.
    ///
    /// @param texts one wording a line
    public record Chosen(
            String change,
            List<String> items,
            String texts,
            String parent,
            List<String> parties,
            String lead,
            String deadline,
            String reason) {}

    /// A decision as it was sent.
    ///
    /// @param id of the wish; empty when none was sent
    public record Deciding(String id, boolean approved, String reason) {}

    /// @param mayDecide whether this reader decides about it now
    /// @param changed its items that read otherwise by now than when it was asked for
    public record Row(
            String id,
            String change,
            List<String> items,
            List<String> texts,
            String deadline,
            String reason,
            String body,
            String at,
            String evidence,
            boolean decided,
            boolean approved,
            String decision,
            String decidedBy,
            boolean mayDecide,
            List<CompareView.Row> changed) {}

    /// @param now deadline by now; empty when the item was cancelled
    /// @param wording how it reads now; empty when it reads as promised, or is gone
    /// @param isGone whether it stands in the plan no longer
    /// @param from items it is a part of or that were merged into it
    /// @param into items it was split or merged into
    public record Entry(
            String id,
            String text,
            String promised,
            String now,
            String wording,
            boolean isGone,
            List<String> from,
            List<String> into,
            int moved,
            long days) {}
}
