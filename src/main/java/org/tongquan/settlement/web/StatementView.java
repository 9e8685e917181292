package org.tongquan.settlement.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// A statement of one account: opening, legs, closing.
///
/// @param from first day, as the form has it
/// @param to last day
/// @param first whether this is the first page, which shows the opening
/// @param next address of the next page; empty on the last, which shows the closing
public record StatementView(
        List<Crumb> crumbs,
        String id,
        String party,
        String purpose,
        String unit,
        String path,
        String from,
        String to,
        String opening,
        String closing,
        String incoming,
        String outgoing,
        boolean first,
        List<Line> lines,
        String next) {
    /// @param recorded day and time in China
    /// @param event likewise
    /// @param amount empty when nothing was moved
    /// @param reserved empty when nothing was reserved or given back
    public record Line(
            String posting,
            String kind,
            String purpose,
            String recorded,
            String event,
            String amount,
            String reserved,
            String posted,
            String text) {}
}
