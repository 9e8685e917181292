package org.tongquan.ledger.reporting.web;

import java.util.List;

/// Issued reports, and the form to issue another.
public record ReportsView(
        List<Item> items,
        boolean mayIssue,
        String today,
        String title,
        String number,
        String recipients,
        String error) {
    public record Item(
            String id,
            String title,
            String number,
            String asOf,
            String at,
            String body,
            boolean simulated,
            String sha256) {}
}
