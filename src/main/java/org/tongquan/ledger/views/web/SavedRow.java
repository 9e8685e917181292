package org.tongquan.ledger.views.web;

import java.util.List;

/// The views of a page as links above it.
///
/// @param page the page's word, `path` its address
/// @param filter what is chosen now, as a view would keep it; empty for everything
/// @param known whether a view of the acting person is what is chosen now
public record SavedRow(String page, String path, String filter, boolean known, List<Link> links) {
    /// @param by whether another person of the body shares it
    public record Link(String name, String href, boolean current, boolean usual, boolean by) {}
}
