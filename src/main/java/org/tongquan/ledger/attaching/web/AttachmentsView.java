package org.tongquan.ledger.attaching.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// The files of one item.
///
/// @param fault what was refused, as the message key ends; empty when nothing was
public record AttachmentsView(
        String item,
        String title,
        List<Crumb> crumbs,
        List<Row> rows,
        boolean mayAttach,
        int mostMegabytes,
        String fault) {
    public AttachmentsView {
        crumbs = List.copyOf(crumbs);
        rows = List.copyOf(rows);
    }

    /// @param withdrawn who withdrew it, when and why; empty while it counts
    public record Row(
            String id,
            String name,
            String note,
            String size,
            String sha256,
            String body,
            String at,
            String withdrawn,
            boolean mayWithdraw) {
        public boolean counts() {
            return withdrawn.isEmpty();
        }
    }
}
