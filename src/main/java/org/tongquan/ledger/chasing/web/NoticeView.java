package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// One notice with what happened to it, and the next steps of the reader.
///
/// @param state word of its state
/// @param seq number of the last event shown
/// @param steps words of the steps that the acting body may take now
/// @param error word of the refusal, `stale` when somebody was quicker, empty when there is none
/// @param typed what was typed before it was refused
public record NoticeView(
        String id,
        List<Crumb> crumbs,
        NoticesView.Item head,
        String itemHref,
        String origin,
        String issuer,
        String demand,
        String lastDay,
        String rule,
        String sign,
        String answer,
        String review,
        boolean shifted,
        int seq,
        List<EventView> events,
        List<StepView> steps,
        List<TakenView> taken,
        String error,
        String typed) {
    /// @param tone of its dot: red, yellow, green or empty
    /// @param due until when the next step was due, empty when none
    public record EventView(
            String step,
            String tone,
            String body,
            String at,
            String text,
            String due,
            boolean provisional) {}

    public record StepView(String step, boolean needsText, String kind) {}

    /// @param word what was done
    /// @param days before or after the last day
    public record TakenView(String word, String day, String days, String bodies) {}
}
