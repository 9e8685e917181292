package org.tongquan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tongquan.kernel.Problems;

/// Renders an official document as docx (Office Open XML) with the 22 × 28 grid set for Word and
/// the standard's typefaces by name. The parts are written directly, not through a word
/// processor's model, so that nothing in them depends on time or place: the same document gives
/// the same bytes. Thread-safe.
public final class DocxRenderer {
    /// A zip entry cannot be older.
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);

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
            var parts = new LinkedHashMap<String, byte[]>();
            add(parts, "[Content_Types].xml", DocxParts.contentTypes(hasNotice));
            add(parts, "_rels/.rels", DocxParts.rootRelations());
            add(parts, "word/document.xml", main);
            var relations = DocxParts.relations(hasNotice, body.pictures().size());
            add(parts, "word/_rels/document.xml.rels", relations);
            add(parts, "word/styles.xml", DocxStyles.part());
            add(parts, "word/settings.xml", DocxParts.settings());
            add(parts, "word/fontTable.xml", DocxParts.fontTable());
            for (int i = 1; i <= 2; i++) {
                add(parts, "word/footer" + i + ".xml", DocxParts.footer(i == 2));
                if (hasNotice) {
                    add(parts, "word/header" + i + ".xml", DocxParts.header(clean.notice()));
                }
            }
            for (int i = 0; i < body.pictures().size(); i++) {
                parts.put("word/media/chart" + (i + 1) + ".png", body.pictures().get(i));
            }
            add(parts, "docProps/core.xml", DocxParts.core(clean));
            add(parts, "docProps/app.xml", DocxParts.app());
            return zip(parts, clean.date());
        } catch (IOException e) {
            throw new UncheckedIOException("the document cannot be written as docx", e);
        }
    }

    private static void add(Map<String, byte[]> parts, String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> parts, LocalDate date) throws IOException {
        var day = date.isBefore(FIRST_DAY) ? FIRST_DAY : date;
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(day, LocalTime.MIDNIGHT));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
