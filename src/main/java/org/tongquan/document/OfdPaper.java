package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongquan.document.ofd.OfdFile;
import org.tongquan.document.ofd.OfdPage;

/// Draws pages as OFD, with the characters as text and the fonts cut to what is used.
final class OfdPaper implements Pages.Paper {
    private final OfdFile file = new OfdFile(Sheet.WIDTH, Sheet.HEIGHT);
    private final Typefaces typefaces;
    private @Nullable OfdPage page;

    OfdPaper(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    @Override
    public void turn() {
        page = file.page();
    }

    private OfdPage page() {
        return Objects.requireNonNull(page, "a page is begun first");
    }

    @Override
    public void text(Line line, float x, float baseline, float size, int colour) {
        for (var run : line.runs()) {
            page().text(text(run, x, baseline, size, colour));
        }
    }

    private OfdPage.Text text(Line.Run run, float x, float baseline, float size, int colour) {
        var name = typefaces.name(run.file());
        int font = file.font(name, typefaces.font(run.file()), run.text());
        var steps = new ArrayList<Float>();
        run.text()
                .codePoints()
                .forEach(c -> steps.add(typefaces.advance(run.file(), c) * size + run.spacing()));
        steps.removeLast();
        return new OfdPage.Text(
                font,
                Sheet.LEFT + x + run.x(),
                Sheet.TOP + baseline,
                size,
                run.scale(),
                colour,
                run.text(),
                steps);
    }

    @Override
    public void rule(float x1, float y1, float x2, float y2, float width, int colour) {
        float left = Sheet.LEFT;
        float top = Sheet.TOP;
        page().line(left + x1, top + y1, left + x2, top + y2, width, colour);
    }

    @Override
    public void box(float x, float y, float width, float height, int colour) {
        page().box(Sheet.LEFT + x, Sheet.TOP + y, width, height, colour);
    }

    @Override
    public void bookmark(int level, String text, float top) {
        file.bookmark(level, text.replace('\n', ' '), Sheet.TOP + top);
    }

    byte[] write(String title, String author, LocalDate date) {
        try {
            return file.write(new OfdFile.About(title.replace('\n', ' '), author, date));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
