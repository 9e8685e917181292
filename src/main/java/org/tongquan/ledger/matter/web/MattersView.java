package org.tongquan.ledger.matter.web;

import java.util.List;
import java.util.UUID;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// Major matters, and the form to report one.
public record MattersView(
        boolean open, List<Row> rows, boolean mayReport, String fault, Typed typed) {
    public record Row(
            String href,
            String title,
            boolean urgent,
            String body,
            String party,
            String on,
            String state,
            String tone,
            String due,
            boolean provisional,
            long daysOver) {}

    /// What was typed before it was refused.
    ///
    /// @param form id that the form carries
    public record Typed(UUID form, String title, String happened, String needed, boolean urgent) {
        static Typed nothing(UUID form) {
            return new Typed(form, "", "", "", false);
        }
    }

    /// One matter with its course.
    ///
    /// @param steps words of the steps that the reader may take
    /// @param recipients whom it can be forwarded to
    /// @param named values of those that the compact's procedure names
    public record One(
            String id,
            List<Crumb> crumbs,
            Row row,
            String happened,
            String needed,
            String rule,
            boolean simulated,
            List<Attached> attached,
            List<String> bodies,
            int seq,
            List<EventView> events,
            List<String> steps,
            List<Option> recipients,
            List<String> named,
            String fault,
            String typed) {}

    public record Attached(String href, String name, String size, String sha256) {}

    public record EventView(
            String step, String tone, String body, String at, String text, String bodies) {}
}
