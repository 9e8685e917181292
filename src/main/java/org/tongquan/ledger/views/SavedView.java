package org.tongquan.ledger.views;

import java.time.Instant;
import java.util.UUID;

/// A filter under a name.
///
/// @param query as [ListedPage#filter] writes it
/// @param shared whether everybody acting for the same body sees it
/// @param own whether the acting person kept it
/// @param usual whether the page opens with it for the acting person
public record SavedView(
        UUID id,
        ListedPage page,
        String name,
        String query,
        boolean shared,
        boolean own,
        boolean usual,
        Instant at) {
    public String href() {
        return page.path() + "?" + query;
    }
}
