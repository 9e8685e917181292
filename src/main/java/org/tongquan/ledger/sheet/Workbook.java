package org.tongquan.ledger.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a listing as a workbook (ECMA-376): a heading that stays in sight and filters, days as
/// days, numbers as numbers, everything else as text that Excel never takes for a formula. The
/// parts are written directly, so that a long list needs no more memory than its text.
public final class Workbook {
    /// The day before Excel's first, counted as Excel does for all days after February 1900.
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// More digits do not survive in Excel: such a number is written as text.
    private static final int EXACT_DIGITS = 15;

    /// Excel takes no longer text in a cell and no longer name of a sheet.
    private static final int MOST_TEXT = 32_767;

    private static final int MOST_NAME = 31;
    private static final int NOTE_WIDTH = 120;
    private static final int LETTERS = 26;

    /// Styles by their place in the part of styles.
    private static final int HEAD = 1;

    private static final int TEXT = 2;
    private static final int QUOTED = 3;
    private static final int DAY = 4;
    private static final int NUMBER = 5;

    private final Listing listing;

    /// Each text once, by its place in the part of texts. Tools that edit workbooks expect them
    /// there, not in the cells.
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private Workbook(Listing listing) {
        this.listing = listing;
    }

    public static byte[] of(Listing listing) {
        return new Workbook(listing).write();
    }

    private byte[] write() {
        boolean hasNotes = !listing.notes().isEmpty();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", SheetParts.contentTypes(hasNotes));
            put(zip, "_rels/.rels", SheetParts.ROOT);
            put(zip, "xl/workbook.xml", book(hasNotes));
            put(zip, "xl/_rels/workbook.xml.rels", SheetParts.relations(hasNotes));
            put(zip, "xl/styles.xml", SheetParts.STYLES);
            put(zip, "xl/worksheets/sheet1.xml", rows());
            if (hasNotes) {
                put(zip, "xl/worksheets/sheet2.xml", notes());
            }
            put(zip, "xl/sharedStrings.xml", SheetParts.texts(texts.keySet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String part) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(part.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String book(boolean hasNotes) {
        var name = name(listing.name());
        var quoted = SheetParts.escaped("'" + name.replace("'", "''") + "'");
        return SheetParts.book(
                SheetParts.escaped(name), quoted + "!$1:$1", quoted + "!" + filter(true), hasNotes);
    }

    private static String name(String wanted) {
        var name = wanted.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return name.isEmpty() ? "1" : name.substring(0, Math.min(MOST_NAME, name.length()));
    }

    private String filter(boolean isFixed) {
        var last = column(listing.headings().size() - 1);
        int end = listing.rows().size() + 1;
        return isFixed ? "$A$1:$" + last + "$" + end : "A1:" + last + end;
    }

    private String rows() {
        var out = new StringBuilder(1 << 16).append(SheetParts.sheet(listing.frozen()));
        out.append("<cols>");
        for (int i = 0; i < listing.headings().size(); i++) {
            out.append(SheetParts.width(i + 1, listing.headings().get(i).width()));
        }
        out.append("</cols><sheetData>");
        row(out, 1, listing.headings().stream().<Cell>map(h -> new Cell.Text(h.text())).toList());
        for (int i = 0; i < listing.rows().size(); i++) {
            row(out, i + 2, listing.rows().get(i));
        }
        return out.append("</sheetData><autoFilter ref=\"")
                .append(filter(false))
                .append("\"/>")
                .append(SheetParts.SHEET_END)
                .toString();
    }

    private void row(StringBuilder out, int number, List<Cell> cells) {
        out.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            cell(out, column(i) + number, number == 1, cells.get(i));
        }
        out.append("</row>");
    }

    private void cell(StringBuilder out, String at, boolean isHead, Cell cell) {
        switch (cell) {
            case Cell.Text(var text) -> text(out, at, isHead, text);
            case Cell.Day(var day) -> {
                if (day.isBefore(FIRST)) {
                    text(out, at, isHead, day.toString());
                } else {
                    number(out, at, DAY, Long.toString(ChronoUnit.DAYS.between(ZERO, day)));
                }
            }
            case Cell.Number(var number) -> {
                var plain = number.toPlainString();
                if (isExact(number)) {
                    number(out, at, NUMBER, plain);
                } else {
                    text(out, at, isHead, plain);
                }
            }
        }
    }

    private static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= EXACT_DIGITS
                && Math.abs(number.scale()) <= EXACT_DIGITS;
    }

    private static void number(StringBuilder out, String at, int style, String value) {
        out.append("<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(at, style, value));
    }

    private void text(StringBuilder out, String at, boolean isHead, String text) {
        int style = isHead ? HEAD : looksLikeFormula(text) ? QUOTED : TEXT;
        out.append("<c r=\"").append(at).append("\" s=\"").append(style).append('"');
        if (text.isEmpty()) {
            out.append("/>");
            return;
        }
        var cut = text.substring(0, Math.min(MOST_TEXT, text.length()));
        int place = texts.computeIfAbsent(cut, _ -> texts.size());
        out.append(" t=\"s\"><v>").append(place).append("</v></c>");
    }

    /// What a spreadsheet would reckon if somebody typed it or pasted it as text.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private String notes() {
        var out = new StringBuilder(SheetParts.plainSheet(NOTE_WIDTH));
        for (int i = 0; i < listing.notes().size(); i++) {
            out.append("<row r=\"").append(i + 1).append("\">");
            text(out, "A" + (i + 1), false, listing.notes().get(i));
            out.append("</row>");
        }
        return out.append("</sheetData>").append(SheetParts.SHEET_END).toString();
    }

    /// `A` for 0, `AA` for 26.
    private static String column(int index) {
        var name = new StringBuilder();
        for (int i = index + 1; i > 0; i = (i - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (i - 1) % LETTERS));
        }
        return name.toString();
    }
}
