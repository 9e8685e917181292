package org.tongquan.ledger.scoring.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Commendations, criticisms and findings, and the form to record another.
public record MarksView(
        List<Crumb> crumbs,
        List<Item> items,
        boolean mayRecord,
        List<String> occasions,
        List<Option> units,
        String today,
        String error) {
    public record Item(
            String id,
            String occasion,
            String unit,
            String commitment,
            String href,
            String on,
            String reason,
            String evidence,
            String body,
            String withdrawn) {}
}
