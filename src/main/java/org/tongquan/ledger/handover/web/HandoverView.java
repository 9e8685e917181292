package org.tongquan.ledger.handover.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Units with duties, the form, and what was handed over before.
///
/// @param gone how many units hold duties and are no longer
/// @param from chosen in the form
public record HandoverView(
        List<Crumb> crumbs,
        List<Row> holders,
        long gone,
        List<Option> givers,
        List<Option> takers,
        String from,
        String to,
        String reason,
        List<Item> history,
        String error) {
    public record Row(String id, String unit, int led, int cooperated, int cases, boolean gone) {}

    public record Item(String from, String to, String on, String reason, String body) {}
}
