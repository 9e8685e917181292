package org.tongquan.ledger.suggesting.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// A list of suggestions, for the public or for the desk.
///
/// @param choices states to choose from, the chosen one in `which`
/// @param next address of the next page; empty on the last
public record SuggestView(
        String path,
        String region,
        List<Row> rows,
        String words,
        String which,
        List<String> choices,
        String next) {
    /// @param due last day for what comes next; empty without
    /// @param late whether that day has passed
    public record Row(
            String href,
            String title,
            String category,
            String on,
            String stage,
            String unit,
            String due,
            boolean late) {}

    /// The form to hand one in.
    ///
    /// @param likes published ones that read alike: shown before it is filed
    public record Form(
            String mark,
            String category,
            String title,
            String text,
            String contact,
            List<Option> categories,
            List<Like> likes,
            List<String> faults) {}

    public record Like(String href, String title, int percent) {}

    /// The receipt, shown once.
    public record Receipt(String code) {}

    /// Looking one up by its code.
    ///
    /// @param asked whether a code was sent
    /// @param found nothing or one
    public record Track(boolean asked, List<One> found) {}

    /// One suggestion, as far as this reader may see it.
    ///
    /// @param lookBy last day to look at it; empty once somebody did
    /// @param commitment wording of what it is linked to; empty without
    /// @param commitmentHref where that is shown; empty for the public
    public record One(
            String id,
            String title,
            String text,
            String category,
            String on,
            String stage,
            String hiddenBecause,
            String unit,
            String due,
            boolean provisional,
            boolean overdue,
            boolean wasLate,
            String lookBy,
            boolean unseenTooLong,
            String commitment,
            String commitmentHref,
            List<Step> steps,
            List<Crumb> crumbs) {}

    /// @param kind word of what was done
    /// @param text the answer, or the reason for hiding
    public record Step(String kind, String at, String body, String text) {}

    /// One suggestion on the desk, with what this body may do.
    ///
    /// @param contact how to reach the writer, once asked for; else empty
    public record Desk(
            One one,
            int version,
            boolean maySupervise,
            boolean mayAnswer,
            boolean mayPublish,
            boolean mayHide,
            boolean hasContact,
            String contact,
            List<String> units,
            String typed,
            List<String> faults) {}
}
