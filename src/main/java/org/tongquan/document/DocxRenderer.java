package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.tongquan.document.archive.Archive;
import org.tongquan.kernel.Problems;

/// Renders an official document as docx (Office Open XML) with the 22 × 28 grid set for Word and
/// the standard's typefaces by name. The parts are written directly, not through a word
/// processor's model, so that nothing in them depends on time or place: the same document gives
/// the same bytes. Thread-safe.
public final class DocxRenderer {
    /// Renders; what cannot be shown is left out without a word.
    public byte[] render(OfficialDocument document) {
        return render(document, new Problems());
    }

    /// Renders and adds to `problems` every character that had to be replaced or left out.
    public byte[] render(OfficialDocument document, Problems problems) {
        var clean = Legible.of(document, problems);
        boolean hasNotice = !clean.notice().isBlank();
        try (var typefaces = new Typefaces(problems)) {
            var body = new DocxBody(clean, typefaces);
            var main = body.write();
            var parts = new Archive();
            parts.put("[Content_Types].xml", DocxParts.contentTypes(hasNotice));
            parts.put("_rels/.rels", DocxParts.rootRelations());
            parts.put("word/document.xml", main);
            var relations = DocxParts.relations(hasNotice, body.pictures().size());
            parts.put("word/_rels/document.xml.rels", relations);
            parts.put("word/styles.xml", DocxStyles.part());
            parts.put("word/settings.xml", DocxParts.settings());
            parts.put("word/fontTable.xml", DocxParts.fontTable());
            for (int i = 1; i <= 2; i++) {
                parts.put("word/footer" + i + ".xml", DocxParts.footer(i == 2));
                if (hasNotice) {
                    parts.put("word/header" + i + ".xml", DocxParts.header(clean.notice()));
                }
            }
            for (int i = 0; i < body.pictures().size(); i++) {
                parts.put("word/media/chart" + (i + 1) + ".png", body.pictures().get(i));
            }
            parts.put("docProps/core.xml", DocxParts.core(clean));
            parts.put("docProps/app.xml", DocxParts.app());
            return parts.zip(clean.date());
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written as docx", e);
        }
    }
}
