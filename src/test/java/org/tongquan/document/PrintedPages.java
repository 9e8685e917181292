package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What stands where on the pages of a rendered PDF, measured from its own text positions.
final class PrintedPages {
    static final float MM = 72f / 25.4f;

    /// A character, the left edge and the baseline of it, in points from the page's top left.
    record Mark(String text, float x, float baseline, float width, float size) {}

    /// The characters on one baseline, from left to right.
    record Row(float baseline, List<Mark> marks) {
        String text() {
            var out = new StringBuilder();
            marks.forEach(mark -> out.append(mark.text()));
            return out.toString();
        }

        float left() {
            return marks.getFirst().x();
        }

        float right() {
            return marks.getLast().x() + marks.getLast().width();
        }
    }

    private final List<List<Row>> pages = new ArrayList<>();
    private final String text;

    PrintedPages(byte[] pdf) {
        try (var file = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(file);
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                pages.add(rows(file, page));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return pages.size();
    }

    String text() {
        return text;
    }

    List<Row> page(int number) {
        return pages.get(number - 1);
    }

    /// The rows of the type area, without the head and the page number.
    List<Row> body(int number) {
        return page(number).stream()
                .filter(row -> row.baseline() > 37 * MM && row.baseline() < (297 - 35) * MM)
                .toList();
    }

    Row row(int page, String start) {
        return page(page).stream()
                .filter(row -> row.text().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not on page " + page));
    }

    private static List<Row> rows(org.apache.pdfbox.pdmodel.PDDocument file, int page)
            throws IOException {
        var byBaseline = new TreeMap<Integer, List<Mark>>();
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition at) {
                        var mark =
                                new Mark(
                                        at.getUnicode(),
                                        at.getX(),
                                        at.getY(),
                                        at.getWidth(),
                                        at.getFontSizeInPt());
                        int key = Math.round(at.getY() * 10);
                        byBaseline.computeIfAbsent(key, _ -> new ArrayList<>()).add(mark);
                    }
                };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.writeText(file, Writer.nullWriter());
        return byBaseline.values().stream()
                .map(marks -> new Row(marks.getFirst().baseline(), List.copyOf(marks)))
                .toList();
    }
}
