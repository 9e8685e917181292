package org.tongquan.ledger.chiefs.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One object: what it is, who answers for it, its rounds, visits and problems.
///
/// @param source where the terms come from, as people read it
/// @param unverified the compact's entry was not compared with its document
/// @param rounds the latest ones, the newest first
/// @param earlier rounds that are not shown
/// @param problems open ones first
/// @param earlierVisits visits that are not shown
/// @param asked rhythm of the what-if; empty without one
/// @param error word of the refusal; empty without
public record ChargeView(
        String id,
        List<Crumb> crumbs,
        ChiefsView.Item head,
        String basis,
        String commitment,
        String commitmentHref,
        List<String> duties,
        List<String> units,
        String within,
        String source,
        boolean unverified,
        boolean declared,
        List<Holder> holders,
        List<RoundView> rounds,
        int earlier,
        List<ChiefsView.Problem> problems,
        List<VisitView> visits,
        int earlierVisits,
        boolean keeps,
        boolean mayName,
        int version,
        List<Option> allUnits,
        List<Option> rhythms,
        Terms terms,
        String asked,
        String askedSays,
        String today,
        String error) {

    /// Who held the post when.
    public record Holder(
            String holder, String deputy, String unit, String from, String reason, boolean now) {}

    public record RoundView(String first, String last, String state, String tone, String by) {}

    /// @param form id that the form for a further problem carries; empty without a form
    public record VisitView(
            String id,
            String on,
            String place,
            String by,
            String who,
            String seen,
            List<String> duties,
            List<FileView> files,
            int problems,
            String body,
            String filed,
            String form) {}

    public record FileView(String href, String name, String size, String sha256) {}

    /// What the form for new terms begins with.
    public record Terms(
            String postZh, String postEn, String duties, String rhythm, List<String> units) {}

    /// The form for a visit.
    ///
    /// @param visit id of the visit to be
    /// @param rows problems that the form takes
    /// @param error word of the refusal; empty without
    public record VisitForm(
            String id,
            List<Crumb> crumbs,
            ChiefsView.Item head,
            String visit,
            List<String> duties,
            List<Option> units,
            List<Row> rows,
            Typed typed,
            String today,
            String earliest,
            String error) {
        /// Whether a problem after the first was typed.
        public boolean more() {
            return rows.stream().skip(1).anyMatch(r -> !r.text().isEmpty());
        }
    }

    /// One problem as it was typed.
    public record Row(String text, String unit) {}

    /// What else was typed.
    public record Typed(
            String on,
            String place,
            String by,
            String who,
            String seen,
            List<String> duties,
            boolean nothing) {}

    /// One problem with all that happened.
    ///
    /// @param steps what the acting body may do now
    /// @param error word of the refusal; empty without
    /// @param text typed before it was refused
    public record ProblemView(
            String id,
            List<Crumb> crumbs,
            ChiefsView.Problem head,
            String objectHref,
            String party,
            String holder,
            VisitView visit,
            String rule,
            int within,
            List<EventView> events,
            int seq,
            List<String> steps,
            List<Option> units,
            String error,
            String text) {}

    public record EventView(
            String step,
            String tone,
            String body,
            String at,
            String text,
            String unit,
            String due,
            boolean provisional,
            String noticeHref,
            List<FileView> files) {}
}
