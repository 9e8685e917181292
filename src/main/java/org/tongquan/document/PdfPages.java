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
import org.tongquan.document.Face.FontFile;

/// The pages of a PDF under construction and a pen on the newest. Places are points from the top
/// left corner of the type area, y downwards.
final class PdfPages implements Closeable {
    /// From the top of a line's slot to the top of its characters: the first line of a page
    /// begins at the top margin, within the millimetre the standard allows.
    private static final float LEAD = 1;

    /// The part of a character's body that lies above the baseline.
    static final float ABOVE_BASELINE = 0.88f;

    private static final float NOTICE_HEIGHT = 15 * Sheet.MM;
    private static final float NOTICE_SIZE = 10.5f;

    private final PDDocument file = new PDDocument();
    private final Typefaces typefaces;
    private final Typesetter typesetter;
    private final String notice;
    private final Map<FontFile, PDType0Font> fonts = new EnumMap<>(FontFile.class);
    private final Map<FontFile, TreeSet<Integer>> used = new TreeMap<>();
    private final List<PDOutlineNode> bookmarks = new ArrayList<>();
    private PDPageContentStream pen;
    private int count;

    PdfPages(Typefaces typefaces, String notice) throws IOException {
        this.typefaces = typefaces;
        this.typesetter = new Typesetter(typefaces);
        this.notice = notice;
        this.pen = newPage();
        bookmarks.add(new PDDocumentOutline());
    }

    void next() throws IOException {
        pen.close();
        pen = newPage();
    }

    int count() {
        return count;
    }

    private PDPageContentStream newPage() throws IOException {
        var page = new PDPage(new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT));
        file.addPage(page);
        count++;
        var on = new PDPageContentStream(file, page);
        pen = on;
        number();
        if (!notice.isBlank()) {
            var line = typesetter.setLine(notice, Face.HEI, NOTICE_SIZE, NOTICE_SIZE);
            float x = (Sheet.TYPE_WIDTH - line.width()) / 2;
            show(line, x, NOTICE_HEIGHT - Sheet.TOP, NOTICE_SIZE);
        }
        return on;
    }

    /// `— 1 —`, outside: right on odd pages, left on even ones, one character in.
    private void number() throws IOException {
        var text = "— " + count + " —";
        float size = Sheet.SMALL_SIZE;
        var line = typesetter.setLine(text, Face.SONG, size, size);
        boolean isOdd = count % 2 == 1;
        float x = isOdd ? Sheet.TYPE_WIDTH - size - line.width() : size;
        float dash = Sheet.TYPE_HEIGHT + Sheet.FOOT_GAP;
        show(line, x, dash - size / 2, size);
    }

    /// Draws a line of text whose slot begins at `top`.
    void slot(Line line, float x, float top, float size) throws IOException {
        show(line, x, top + LEAD, size);
    }

    /// Draws a line of text; the characters' bodies begin at `top`.
    void show(Line line, float x, float top, float size) throws IOException {
        show(line, x, top, size, 0);
    }

    void show(Line line, float x, float top, float size, int colour) throws IOException {
        if (line.runs().isEmpty()) {
            return;
        }
        float baseline = up(top + ABOVE_BASELINE * size);
        pen.beginText();
        colour(colour);
        for (var run : line.runs()) {
            pen.setFont(font(run), size);
            pen.setCharacterSpacing(run.spacing());
            pen.setHorizontalScaling(run.scale() * 100);
            float at = Sheet.LEFT + x + run.x();
            pen.setTextMatrix(Matrix.getTranslateInstance(at, baseline));
            pen.showText(run.text());
        }
        pen.endText();
    }

    void rule(float x1, float y1, float x2, float y2, float width, int colour) throws IOException {
        pen.setStrokingColor(
                (colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
        pen.setLineWidth(width);
        pen.moveTo(Sheet.LEFT + x1, up(y1));
        pen.lineTo(Sheet.LEFT + x2, up(y2));
        pen.stroke();
    }

    void box(float x, float y, float width, float height, int colour) throws IOException {
        colour(colour);
        pen.addRect(Sheet.LEFT + x, up(y + height), width, height);
        pen.fill();
    }

    private void colour(int colour) throws IOException {
        pen.setNonStrokingColor(
                (colour >> 16 & 255) / 255f, (colour >> 8 & 255) / 255f, (colour & 255) / 255f);
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

    /// Lists a heading beside the pages, under the last one of a higher level.
    void bookmark(int level, String text, float top) {
        while (bookmarks.size() > level) {
            bookmarks.removeLast();
        }
        var place = new PDPageXYZDestination();
        place.setPage(file.getPage(count - 1));
        place.setTop((int) up(top));
        var item = new PDOutlineItem();
        item.setTitle(text.replace('\n', ' '));
        item.setDestination(place);
        bookmarks.getLast().addLast(item);
        bookmarks.add(item);
    }

    /// Closes the last page and writes the file, with the day of the document as its date.
    byte[] write(String title, String author, LocalDate date) throws IOException {
        pen.close();
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
