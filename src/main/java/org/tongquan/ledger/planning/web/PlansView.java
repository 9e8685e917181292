package org.tongquan.ledger.planning.web;

import java.util.List;

/// The plans of a region.
///
/// @param faults words of what kept a plan from being drawn up
public record PlansView(
        List<Row> rows, boolean mayDraw, int year, String title, List<String> faults) {
    /// @param state word of the step taken last
    public record Row(String href, int year, String title, String state, int size) {}
}
