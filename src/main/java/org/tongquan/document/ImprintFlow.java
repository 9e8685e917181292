package org.tongquan.document;

import java.io.IOException;
import java.util.List;
import org.tongquan.document.OfficialDocument.Imprint;
import org.tongquan.document.Typesetter.Form;

/// Draws the imprint (版记) on the last lines of the last page.
final class ImprintFlow {
    private static final float SIZE = Sheet.SMALL_SIZE;

    private final Pages pages;
    private final Typesetter typesetter;
    private final Imprint imprint;

    ImprintFlow(Pages pages, Typesetter typesetter, Imprint imprint) {
        this.pages = pages;
        this.typesetter = typesetter;
        this.imprint = imprint;
    }

    /// @param used height already taken on the page
    void draw(float used) throws IOException {
        var copies = copies(imprint, typesetter);
        float height = (copies.size() + 1) * Sheet.IMPRINT_LINE;
        if (used + height > Sheet.TYPE_HEIGHT) {
            pages.next();
        }
        float y = Sheet.TYPE_HEIGHT - height;
        rule(y, Sheet.THICK_RULE);
        for (int i = 0; i < copies.size(); i++) {
            // the list hangs behind its label of three characters
            show(copies.get(i), i == 0 ? SIZE : 4 * SIZE, y);
            y += Sheet.IMPRINT_LINE;
        }
        if (!copies.isEmpty()) {
            rule(y, Sheet.THIN_RULE);
        }
        show(line(imprint.printer()), SIZE, y);
        var printed = line(Phrases.day(imprint.printed()) + "印发");
        show(printed, Sheet.TYPE_WIDTH - SIZE - printed.width(), y);
        rule(Sheet.TYPE_HEIGHT, Sheet.THICK_RULE);
    }

    /// The recipients of copies, set in lines.
    static List<Line> copies(Imprint imprint, Typesetter typesetter) {
        if (imprint.copies().isBlank()) {
            return List.of();
        }
        var text = "抄送：" + imprint.copies() + "。";
        float width = Sheet.TYPE_WIDTH - 5 * SIZE;
        // the first line is longer by the label: set it with a negative indent
        return typesetter
                .set(text, new Form(Face.FANGSONG, SIZE, SIZE, -3 * SIZE, width, false))
                .stream()
                .map(ImprintFlow::fromZero)
                .toList();
    }

    private static Line fromZero(Line line) {
        float shift = line.runs().isEmpty() ? 0 : Math.min(0, line.runs().getFirst().x());
        return new Line(
                line.runs().stream()
                        .map(
                                r ->
                                        new Line.Run(
                                                r.x() - shift,
                                                r.text(),
                                                r.file(),
                                                r.spacing(),
                                                r.scale()))
                        .toList(),
                line.width() - shift);
    }

    private Line line(String text) {
        return typesetter.setLine(text, Face.FANGSONG, SIZE, SIZE);
    }

    private void show(Line line, float x, float y) throws IOException {
        pages.show(line, x, y + (Sheet.IMPRINT_LINE - SIZE) / 2, SIZE);
    }

    private void rule(float y, float width) throws IOException {
        pages.rule(0, y, Sheet.TYPE_WIDTH, y, width, 0);
    }
}
