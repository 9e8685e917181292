package org.tongquan.ledger.reading.text;

/// One paragraph of the normalised text and what it is.
///
/// @param start first unit in the normalised text, blanks and tabs at the edges left out
/// @param end unit behind the last one
public record Line(int start, int end, Role role) {
    /// What a paragraph is in its document.
    public enum Role {
        /// Text to read: headings with numbers, sentences, labels.
        CONTENT,
        /// Title of the document or an unnumbered heading inside it.
        TITLE,
        /// Unnumbered headline of a press text.
        HEADLINE,
        DOCUMENT_NUMBER,
        ADDRESSEE,
        SIGNATURE,
        NOTE,
        ATTACHMENT,
        CONTENTS_TABLE,
        /// A row with tab-separated cells.
        ROW,
        /// Cells of a table that lost its columns.
        FLAT_TABLE,
        SITE_CHROME
    }

    public Line as(Role other) {
        return new Line(start, end, other);
    }

    public int length() {
        return end - start;
    }
}
