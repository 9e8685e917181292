package org.tongquan.ledger.views.web;

import java.util.List;

/// All views of the acting person.
///
/// @param most how many may be kept of one page
/// @param error reason of a refusal, empty without one
public record ViewsView(List<Row> rows, int most, String error) {
    public record Row(
            String id,
            String page,
            String name,
            String href,
            boolean own,
            boolean shared,
            boolean usual) {}
}
