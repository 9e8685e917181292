package org.tongquan.ledger.planning.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One plan: where it stands, what may be done next, what was said, its items.
///
/// @param stages bodies that have to agree, in order
/// @param comparable editions that may be looked at side by side
/// @param mayComment whether this reader may comment now
/// @param mayAdjust whether changes to the published plan may be asked for
public record PlanView(
        String id,
        String title,
        int year,
        String state,
        List<String> stages,
        List<StepView> steps,
        List<NextView> next,
        List<CommentView> comments,
        List<Row> rows,
        boolean mayChange,
        boolean mayComment,
        boolean mayAnswer,
        boolean mayAdjust,
        List<Option> comparable,
        List<String> faults,
        List<Crumb> crumbs) {
    /// @param due last day for what the step asks; empty when it asks nothing
    public record StepView(
            String kind, String on, String body, String text, String due, boolean provisional) {}

    /// @param mine whether this reader takes it; otherwise it is only told who does
    public record NextView(String kind, String body, boolean mine) {}

    public record CommentView(
            String id,
            String item,
            String body,
            String at,
            String text,
            boolean answered,
            boolean taken,
            String reply) {}

    /// @param milestones each as `03-31 25%`
    public record Row(
            String href,
            String id,
            String text,
            String parties,
            String lead,
            String cooperating,
            String deadline,
            List<String> milestones,
            int weight) {}
}
