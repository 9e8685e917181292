package org.tongquan.ledger.web;

import java.util.List;
import org.tongquan.site.Option;

/// The ledger list: filter, counts by light, one page of rows.
///
/// @param units kinds of units, none for the public
/// @param lights counts by light, in the order of concern, `all` first
/// @param acts what the reader may do with chosen rows
/// @param next address of the next page, empty at the end
public record LedgerView(
        String region,
        String regionName,
        Chosen chosen,
        List<Option> chapters,
        List<Option> parties,
        List<Option> units,
        List<Option> categories,
        List<Count> lights,
        List<RowView> rows,
        List<String> acts,
        String next,
        boolean first) {
    /// What the filter is set to; empty text means all.
    public record Chosen(
            String chapter,
            String party,
            String unit,
            String light,
            String category,
            String dueFrom,
            String dueBy,
            String only,
            String words) {}

    /// @param light a light's word, or empty for all
    /// @param count how many; `+` at its end where there are more
    public record Count(String light, String count, String href, boolean chosen) {}
}
