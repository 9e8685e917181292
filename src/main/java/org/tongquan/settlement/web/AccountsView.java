package org.tongquan.settlement.web;

import java.util.List;

/// The accounts that a reader sees, a page of them, party by party.
///
/// @param next address of the next page; empty on the last
public record AccountsView(List<Group> groups, String next) {
    public record Group(String party, List<Row> rows) {}

    /// Amounts are written out in their unit, with thousands separators.
    ///
    /// @param limits from and to; a dash where there is none
    public record Row(
            String href,
            String purpose,
            String unit,
            String posted,
            String incoming,
            String outgoing,
            String available,
            String limits) {}
}
