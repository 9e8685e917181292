package org.tongquan.ledger.planning.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Two editions of a plan side by side.
public record CompareView(
        String plan,
        List<Option> editions,
        String from,
        String to,
        List<Row> rows,
        List<Crumb> crumbs) {
    /// @param before empty when the item did not stand there
    public record Row(String id, List<String> changed, Side before, Side after) {}

    /// @param is whether the item stands in this edition
    public record Side(
            boolean is,
            String text,
            String deadline,
            String parties,
            String lead,
            String milestones) {}
}
