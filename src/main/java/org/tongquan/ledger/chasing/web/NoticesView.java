package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.tongquan.site.Option;

/// A list of notices.
///
/// @param mine whether only those to the acting body are shown
/// @param state word of the state asked for, empty for all
public record NoticesView(
        List<Count> counts,
        List<Option> parties,
        String party,
        String state,
        boolean mine,
        boolean mayChooseMine,
        boolean overdueOnly,
        boolean mayIssue,
        List<Item> items,
        String next) {
    /// @param state empty for all
    public record Count(String state, int count, String href, boolean chosen) {}

    /// @param due day until which the next step is to be taken, empty when none is set
    public record Item(
            String href,
            String number,
            String text,
            String party,
            String units,
            String state,
            String tone,
            String due,
            boolean provisional,
            long daysOver,
            String on,
            String cause,
            int returned,
            int reopened,
            boolean simulated) {}
}
