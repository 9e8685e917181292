package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.tongquan.site.Option;

/// A list of special inspections, and the form to open one.
public record InspectionsView(
        boolean openOnly,
        boolean mayOpen,
        List<Item> items,
        List<Option> parties,
        String error,
        Typed typed) {
    /// What was typed before it was refused.
    public record Typed(String title, String scope, List<String> parties, String commitments) {
        static final Typed NOTHING = new Typed("", "", List.of(), "");
    }

    public record Item(
            String href,
            String number,
            String title,
            String body,
            String parties,
            String on,
            boolean open,
            int findings,
            long unsettled,
            long overdue) {}
}
