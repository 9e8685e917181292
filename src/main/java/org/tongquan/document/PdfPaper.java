package org.tongquan.document;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.tongquan.document.Face.FontFile;
import org.tongquan.document.font.ToUnicode;

/// Draws pages as PDF, with fonts embedded in part.
final class PdfPaper implements Pages.Paper, Closeable {
    private final PDDocument file = new PDDocument();
    private final Typefaces typefaces;
    private final Map<FontFile, PDType0Font> fonts = new EnumMap<>(FontFile.class);
    private final Map<FontFile, TreeSet<Integer>> used = new TreeMap<>();
    private final List<PDOutlineNode> bookmarks = new ArrayList<>();
    private @Nullable PDPageContentStream pen;

    PdfPaper(Typefaces typefaces) {
        this.typefaces = typefaces;
        bookmarks.add(new PDDocumentOutline());
    }

    @Override
    public void turn() throws IOException {
        finish();
        var page = new PDPage(new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT));
        file.addPage(page);
        pen = new PDPageContentStream(file, page);
    }

    private void finish() throws IOException {
        if (pen != null) {
            pen.close();
        }
    }

    private PDPageContentStream pen() {
        return Objects.requireNonNull(pen, "a page is begun first");
    }

    @Override
    public void text(Line line, float x, float baseline, float size, int colour)
            throws IOException {
        var on = pen();
        on.beginText();
        colour(colour);
        for (var run : line.runs()) {
            on.setFont(font(run), size);
            on.setCharacterSpacing(run.spacing());
            on.setHorizontalScaling(run.scale() * 100);
            on.setTextMatrix(Matrix.getTranslateInstance(Sheet.LEFT + x + run.x(), up(baseline)));
            on.showText(run.text());
        }
        on.endText();
    }

    @Override
    public void rule(float x1, float y1, float x2, float y2, float width, int colour)
            throws IOException {
        var on = pen();
        on.setStrokingColor(
                (colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
        on.setLineWidth(width);
        on.moveTo(Sheet.LEFT + x1, up(y1));
        on.lineTo(Sheet.LEFT + x2, up(y2));
        on.stroke();
    }

    @Override
    public void box(float x, float y, float width, float height, int colour) throws IOException {
        colour(colour);
        pen().addRect(Sheet.LEFT + x, up(y + height), width, height);
        pen().fill();
    }

    private void colour(int colour) throws IOException {
        pen().setNonStrokingColor(
                        (colour >> 16 & 255) / 255f,
                        (colour >> 8 & 255) / 255f,
                        (colour & 255) / 255f);
    }

    private static float up(float y) {
        return Sheet.HEIGHT - Sheet.TOP - y;
    }

    private PDType0Font font(Line.Run run) throws IOException {
        var characters = used.computeIfAbsent(run.file(), _ -> new TreeSet<>());
        run.text().codePoints().forEach(characters::add);
        var font = fonts.get(run.file());
        if (font == null) {
            font = PDType0Font.load(file, typefaces.font(run.file()), true);
            fonts.put(run.file(), font);
        }
        return font;
    }

    @Override
    public void bookmark(int level, String text, float top) {
        while (bookmarks.size() > level) {
            bookmarks.removeLast();
        }
        var place = new PDPageXYZDestination();
        place.setPage(file.getPage(file.getNumberOfPages() - 1));
        place.setTop((int) up(top));
        var item = new PDOutlineItem();
        item.setTitle(text.replace('\n', ' '));
        item.setDestination(place);
        bookmarks.getLast().addLast(item);
        bookmarks.add(item);
    }

    /// Closes the last page and writes the file, with the day of the document as its date.
    byte[] write(String title, String author, LocalDate date) throws IOException {
        finish();
        var day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.clear();
        day.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        var about = file.getDocumentInformation();
        about.setTitle(title.replace('\n', ' '));
        about.setAuthor(author);
        about.setCreator("Tongquan");
        about.setCreationDate(day);
        about.setModificationDate((Calendar) day.clone());
        describe();
        file.setDocumentId(date.toEpochDay());
        file.save(OutputStream.nullOutputStream());
        for (var each : fonts.entrySet()) {
            nameCharacters(each.getKey(), each.getValue());
        }
        var out = new ByteArrayOutputStream();
        file.save(out);
        return out.toByteArray();
    }

    private void describe() {
        var catalog = file.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        var viewing = new PDViewerPreferences(new COSDictionary());
        viewing.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewing);
        if (bookmarks.size() > 1) {
            catalog.setDocumentOutline((PDDocumentOutline) bookmarks.getFirst());
        }
    }

    /// A glyph often serves several characters (一 and the radical ⼀). What a reader copies or
    /// searches must be the one that was set, so the table from glyphs to characters is our own.
    private void nameCharacters(FontFile name, PDType0Font font) throws IOException {
        var lookup = typefaces.font(name).getUnicodeCmapLookup();
        var byGlyph = new TreeMap<Integer, Integer>();
        for (int character : used.getOrDefault(name, new TreeSet<>())) {
            byGlyph.putIfAbsent(lookup.getGlyphId(character), character);
        }
        var stream = new PDStream(file);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(ToUnicode.of(byGlyph).getBytes(StandardCharsets.US_ASCII));
        }
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
