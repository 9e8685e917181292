package org.tongquan.ledger.progress.web;

import java.util.List;

/// What the page of a commitment or item shows of its reports.
///
/// @param rhythms of the parties that owe reports by a rhythm, or whose reports tell of no progress
/// @param alarms newest first
public record ItemView(List<RhythmView> rhythms, List<AlarmView> alarms) {
    public ItemView {
        rhythms = List.copyOf(rhythms);
        alarms = List.copyOf(alarms);
    }

    /// @param kind word of the kind
    /// @param same whether it follows again from the facts kept with it
    public record AlarmView(
            String day,
            String party,
            String kind,
            String since,
            int count,
            String told,
            String rule,
            boolean same,
            String facts) {}
}
