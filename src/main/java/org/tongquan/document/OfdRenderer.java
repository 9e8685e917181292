package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongquan.kernel.Problems;

/// Renders an official document as OFD (GB/T 33190-2016): the very pages of the PDF, with
/// searchable text and free fonts embedded in part. The same document gives the same bytes.
/// Thread-safe.
public final class OfdRenderer {
    /// Renders; what cannot be shown is replaced without a word.
    public byte[] render(OfficialDocument document) {
        return render(document, new Problems());
    }

    /// Renders and adds to `problems` every character that had to be replaced or left out.
    public byte[] render(OfficialDocument document, Problems problems) {
        var clean = Legible.of(document, problems);
        try (var typefaces = new Typefaces(problems)) {
            var paper = new OfdPaper(typefaces);
            var pages = new Pages(typefaces, paper, clean.notice());
            new Flow(pages, new Typesetter(typefaces), typefaces, clean).run();
            return paper.write(clean.title(), clean.signatory().replace('\n', ' '), clean.date());
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written as OFD", e);
        }
    }
}
