package org.tongquan.ledger.scoring.web;

import java.util.List;
import org.tongquan.site.Option;

/// All evaluations, and the form to draw up another.
public record EvaluationsView(
        List<Item> items, boolean mayDrawUp, List<Option> spans, String error) {
    /// @param state a state's word
    public record Item(
            String href,
            String span,
            String state,
            String body,
            String at,
            String rule,
            int corrected,
            boolean simulated) {}
}
