package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongquan.kernel.Problems;

/// Renders an official document as PDF on the 22 × 28 grid, with free fonts embedded in part.
/// The same document gives the same bytes. Thread-safe.
public final class PdfRenderer {
    /// Renders; what cannot be shown is replaced without a word.
    public byte[] render(OfficialDocument document) {
        return render(document, new Problems());
    }

    /// Renders and adds to `problems` every character that had to be replaced or left out.
    public byte[] render(OfficialDocument document, Problems problems) {
        var clean = Legible.of(document, problems);
        try (var typefaces = new Typefaces(problems);
                var paper = new PdfPaper(typefaces)) {
            var pages = new Pages(typefaces, paper, clean.notice());
            new Flow(pages, new Typesetter(typefaces), typefaces, clean).run();
            return paper.write(clean.title(), clean.signatory().replace('\n', ' '), clean.date());
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written as PDF", e);
        }
    }
}
