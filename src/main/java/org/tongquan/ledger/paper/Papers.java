package org.tongquan.ledger.paper;

import org.tongquan.document.DocxRenderer;
import org.tongquan.document.OfdRenderer;
import org.tongquan.document.OfficialDocument;
import org.tongquan.document.PdfRenderer;
import org.tongquan.kernel.Digest;

/// The files of a document as it is issued.
public record Papers(byte[] docx, byte[] pdf, byte[] ofd) {
    public static Papers of(OfficialDocument document) {
        return new Papers(
                new DocxRenderer().render(document),
                new PdfRenderer().render(document),
                new OfdRenderer().render(document));
    }

    /// The SHA-256 over all of them, lower-case hexadecimal.
    public String sha256() {
        return Digest.of(docx, pdf, ofd).hex();
    }

    /// Whether a digest is that of these files; those issued before there was OFD have one over
    /// docx and PDF.
    public boolean isSame(String sha256) {
        return sha256.equals(sha256()) || sha256.equals(Digest.of(docx, pdf).hex());
    }
}
