package org.tongquan.document;

import java.io.IOException;

/// The pages of a document under construction and a pen on the newest. Places are points from the
/// top left corner of the type area, y downwards. What they are drawn on is the [Paper]'s affair:
/// every format has the same pages.
final class Pages {
    /// From the top of a line's slot to the top of its characters: the first line of a page
    /// begins at the top margin, within the millimetre the standard allows.
    private static final float LEAD = 1;

    /// The part of a character's body that lies above the baseline.
    static final float ABOVE_BASELINE = 0.88f;

    private static final float NOTICE_HEIGHT = 15 * Sheet.MM;
    private static final float NOTICE_SIZE = 10.5f;

    /// A format of fixed pages. Places are as those of the pages; colours are 0xRRGGBB.
    interface Paper {
        /// Everything from now on is drawn on one more page.
        void turn() throws IOException;

        void text(Line line, float x, float baseline, float size, int colour) throws IOException;

        void rule(float x1, float y1, float x2, float y2, float width, int colour)
                throws IOException;

        void box(float x, float y, float width, float height, int colour) throws IOException;

        /// Lists a heading beside the pages, under the last one of a higher level.
        void bookmark(int level, String text, float top);
    }

    private final Paper paper;
    private final Typesetter typesetter;
    private final String notice;
    private int count;

    Pages(Typefaces typefaces, Paper paper, String notice) throws IOException {
        this.paper = paper;
        this.typesetter = new Typesetter(typefaces);
        this.notice = notice;
        turn();
    }

    void next() throws IOException {
        turn();
    }

    int count() {
        return count;
    }

    private void turn() throws IOException {
        paper.turn();
        count++;
        number();
        if (!notice.isBlank()) {
            var line = typesetter.setLine(notice, Face.HEI, NOTICE_SIZE, NOTICE_SIZE);
            float x = (Sheet.TYPE_WIDTH - line.width()) / 2;
            show(line, x, NOTICE_HEIGHT - Sheet.TOP, NOTICE_SIZE);
        }
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
        if (!line.runs().isEmpty()) {
            paper.text(line, x, top + ABOVE_BASELINE * size, size, colour);
        }
    }

    void rule(float x1, float y1, float x2, float y2, float width, int colour) throws IOException {
        paper.rule(x1, y1, x2, y2, width, colour);
    }

    void box(float x, float y, float width, float height, int colour) throws IOException {
        paper.box(x, y, width, height, colour);
    }

    void bookmark(int level, String text, float top) {
        paper.bookmark(level, text, top);
    }
}
