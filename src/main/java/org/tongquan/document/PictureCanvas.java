package org.tongquan.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.tongquan.document.Block.Chart;

/// Draws a chart into a picture. Characters are filled outlines of the document's own fonts: no
/// font of the machine is asked, so the picture is the same everywhere.
final class PictureCanvas implements Canvas {
    /// Pixels of one point: 216 dots per inch.
    private static final int SCALE = 3;

    private final Graphics2D pen;
    private final Typefaces typefaces;

    private PictureCanvas(Graphics2D pen, Typefaces typefaces) {
        this.pen = pen;
        this.typefaces = typefaces;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.scale(SCALE, SCALE);
    }

    /// The chart as PNG; width and height in points.
    static byte[] png(Chart chart, float width, float height, Typefaces typefaces) {
        var image =
                new BufferedImage(
                        Math.round(width * SCALE),
                        Math.round(height * SCALE),
                        BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            ChartDrawing.draw(new PictureCanvas(pen, typefaces), chart, width, height);
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pen.dispose();
        }
    }

    @Override
    public void line(float x1, float y1, float x2, float y2, float width, int colour) {
        pen.setColor(new Color(colour));
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(new Line2D.Float(x1, y1, x2, y2));
    }

    @Override
    public void box(float x, float y, float width, float height, int colour) {
        pen.setColor(new Color(colour));
        pen.fill(new Rectangle2D.Float(x, y, width, height));
    }

    @Override
    public void text(float x, float y, float size, Anchor anchor, int colour, String text) {
        float width = widthOf(text, size);
        float at =
                switch (anchor) {
                    case START -> x;
                    case MIDDLE -> x - width / 2;
                    case END -> x - width;
                };
        pen.setColor(new Color(colour));
        for (int c : text.codePoints().toArray()) {
            var glyph = typefaces.glyph(Face.SONG, c);
            fill(glyph, at, y, size);
            at += glyph.advance() * size;
        }
    }

    private void fill(Typefaces.Glyph glyph, float x, float y, float size) {
        var font = typefaces.font(glyph.file());
        try {
            int id = font.getUnicodeCmapLookup().getGlyphId(glyph.codePoint());
            var outline = font.getGlyph().getGlyph(id);
            if (outline == null) {
                return;
            }
            var place = AffineTransform.getTranslateInstance(x, y);
            float unit = size / font.getUnitsPerEm();
            place.scale(unit, -unit);
            pen.fill(outline.getPath().createTransformedShape(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public float widthOf(String text, float size) {
        float width = 0;
        for (int c : text.codePoints().toArray()) {
            width += typefaces.glyph(Face.SONG, c).advance() * size;
        }
        return width;
    }
}
