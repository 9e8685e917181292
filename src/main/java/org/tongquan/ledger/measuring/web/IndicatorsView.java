package org.tongquan.ledger.measuring.web;

import java.util.List;

/// All indicators, the most urgent first.
///
/// @param counts how many indicators of each status
public record IndicatorsView(List<Count> counts, List<Item> items) {
    public record Count(String status, int n) {}

    /// @param status the most urgent among the members
    /// @param members how many members have which status
    public record Item(
            String href,
            String name,
            String unit,
            String series,
            String target,
            String status,
            List<Count> members,
            boolean verified) {}
}
