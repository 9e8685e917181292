package org.tongquan.ledger.meeting.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// The decisions of meetings.
public record ResolutionsView(boolean mine, boolean open, List<Row> rows, int late) {
    public record Row(MeetingView.ResolutionRow decision, String meeting, String meetingHref) {}

    /// One decision with its course.
    ///
    /// @param steps words of the steps that the reader may take
    /// @param plans plans that can take it
    public record One(
            List<Crumb> crumbs,
            Row row,
            String parties,
            int seq,
            List<EventView> events,
            List<String> steps,
            List<Option> plans,
            List<Option> commitments,
            String fault,
            String typed) {}

    /// @param href the plan or adjustment it became, empty when it became none
    public record EventView(
            String step, String tone, String body, String at, String text, String href) {}
}
