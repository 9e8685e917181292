package org.tongquan.ledger.simulating;

import java.util.Locale;

/// What an office meets in a year; a played year leads at least one item through each.
public enum Path {
    OVERDUE,
    NOTICE,
    CLOSURE,
    REOPENED,
    ADJUSTED,
    SPLIT,
    OBJECTED,
    HANDED_OVER,
    SILENT_ESCALATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
