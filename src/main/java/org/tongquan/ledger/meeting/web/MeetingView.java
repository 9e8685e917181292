package org.tongquan.ledger.meeting.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One meeting with everything the reader may do on it.
///
/// @param seq number of the sheet shown
/// @param manages whether the reader called it and it is not frozen
/// @param faults words of refusals; `stale` when somebody was quicker
/// @param typed what was typed before it was refused, by the name of its form
public record MeetingView(
        String id,
        int seq,
        List<Crumb> crumbs,
        MeetingsView.Item head,
        String chair,
        String due,
        boolean provisional,
        String rule,
        boolean simulated,
        boolean manages,
        boolean frozen,
        List<PointView> points,
        List<ProposalView> proposals,
        List<PaperView> papers,
        List<SeatView> seats,
        Answer answer,
        List<ResolutionRow> resolutions,
        List<EventView> history,
        boolean writes,
        boolean mayConfirm,
        List<String> missing,
        boolean issued,
        boolean ofd,
        List<Option> parties,
        List<String> units,
        MeetingsView.Form change,
        List<String> faults,
        List<String> unknown,
        Typed typed) {

    /// @param version number of its minutes
    /// @param href where the matter stands; empty for an own point
    public record PointView(
            String id,
            int place,
            String origin,
            String title,
            String text,
            String href,
            String minutes,
            int version,
            List<ResolutionRow> resolutions) {}

    public record ProposalView(
            String key,
            String origin,
            String title,
            String party,
            String since,
            boolean pressing,
            String href) {}

    public record PaperView(String href, String name, String size, String sha256) {}

    /// @param presence word of the attendance noted, else of the answer
    public record SeatView(
            String body,
            String name,
            String answer,
            String answered,
            int version,
            String presence,
            String who,
            boolean noted) {}

    /// The reader's own answer.
    ///
    /// @param asked whether the reader is invited and can answer
    public record Answer(boolean asked, int version, String presence, String who) {}

    public record ResolutionRow(
            String id,
            int revision,
            int place,
            String href,
            String text,
            String lead,
            String cooperating,
            String deadline,
            List<String> parties,
            String state,
            String tone,
            long daysOver) {}

    public record EventView(String step, String body, String at, String text) {}

    /// @param form which form it was: a point's id, a resolution's id, `new-<point>`
    public record Typed(
            String form, String text, String lead, String cooperating, String deadline) {
        static final Typed NOTHING = new Typed("", "", "", "", "");
    }
}
