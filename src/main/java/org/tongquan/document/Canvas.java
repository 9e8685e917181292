package org.tongquan.document;

/// What a chart is drawn on: points from the top left corner, y downwards, colours as 0xRRGGBB.
interface Canvas {
    /// Where the given x lies in a text.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void line(float x1, float y1, float x2, float y2, float width, int colour);

    void box(float x, float y, float width, float height, int colour);

    /// @param y of the baseline
    void text(float x, float y, float size, Anchor anchor, int colour, String text);

    float widthOf(String text, float size);
}
