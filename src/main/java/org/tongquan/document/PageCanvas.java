package org.tongquan.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Draws a chart as lines, boxes and text on a PDF page.
final class PageCanvas implements Canvas {
    private final Pages pages;
    private final Typesetter typesetter;
    private final float top;

    /// @param top where the chart begins on the page
    PageCanvas(Pages pages, Typesetter typesetter, float top) {
        this.pages = pages;
        this.typesetter = typesetter;
        this.top = top;
    }

    @Override
    public void line(float x1, float y1, float x2, float y2, float width, int colour) {
        try {
            pages.rule(x1, top + y1, x2, top + y2, width, colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void box(float x, float y, float width, float height, int colour) {
        try {
            pages.box(x, top + y, width, height, colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void text(float x, float y, float size, Anchor anchor, int colour, String text) {
        var line = typesetter.setLine(text, Face.SONG, size, size);
        float at =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - line.width() / 2;
                    case END -> x - line.width();
                };
        try {
            pages.show(line, at, top + y - Pages.ABOVE_BASELINE * size, size, colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public float widthOf(String text, float size) {
        return typesetter.setLine(text, Face.SONG, size, size).width();
    }
}
