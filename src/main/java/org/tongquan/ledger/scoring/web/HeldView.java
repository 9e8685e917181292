package org.tongquan.ledger.scoring.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// The obligations that a count of a scorecard counts.
///
/// @param role `lead` or `cooperating`
/// @param day the last day of the span
/// @param withUnit whether the rows name the unit
public record HeldView(
        List<Crumb> crumbs,
        String name,
        String role,
        String day,
        boolean withUnit,
        List<Row> rows) {
    public record Row(String href, String text, String party, String unit) {}
}
