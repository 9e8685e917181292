package org.tongquan.ledger.drafting.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// A document that commitments were read from, with their sentences marked.
///
/// @param head number, issuer and day, as far as it says so
public record DocumentView(
        String title,
        String head,
        String version,
        String adopted,
        String by,
        List<Piece> pieces,
        int sentences,
        List<Crumb> crumbs) {
    public DocumentView {
        pieces = List.copyOf(pieces);
        crumbs = List.copyOf(crumbs);
    }

    /// Part of the text.
    ///
    /// @param commitment whose sentence it is; empty for text between
    /// @param href page of the commitment; empty for text between
    /// @param asked whether the reader came for this one
    public record Piece(String text, String commitment, String href, boolean asked) {}
}
