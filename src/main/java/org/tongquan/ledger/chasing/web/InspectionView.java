package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One special inspection with its findings.
///
/// @param error word of the refusal, empty when there is none
/// @param refused id of the finding that the refusal is about, empty when it is about none
/// @param typed what was typed before it was refused
public record InspectionView(
        String id,
        List<Crumb> crumbs,
        InspectionsView.Item head,
        String scope,
        List<Option> parties,
        List<Option> commitments,
        int within,
        String rule,
        boolean mayFind,
        boolean mayClose,
        String closedText,
        String closedBy,
        List<FindingView> findings,
        String error,
        String refused,
        String typed) {

    /// @param itemHref address of the commitment, empty when it concerns none
    public record FindingView(
            String id,
            String text,
            String party,
            String units,
            String item,
            String itemHref,
            String state,
            String tone,
            String due,
            boolean provisional,
            long daysOver,
            int seq,
            List<NoticeView.EventView> events,
            List<String> steps) {}
}
