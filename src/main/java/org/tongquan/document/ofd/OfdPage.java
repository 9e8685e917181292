package org.tongquan.document.ofd;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.tongquan.document.archive.Xml;

/// A page under construction. Places are points from its top left corner, y downwards; colours
/// are 0xRRGGBB.
public final class OfdPage {
    private static final BigDecimal POINT =
            new BigDecimal("25.4").divide(new BigDecimal(72), 12, RoundingMode.HALF_UP);

    /// A micrometre is finer than any printer.
    private static final int DECIMALS = 3;

    /// How far the box of an object reaches around it, so that readers cut nothing off.
    private static final float MARGIN = 2;

    /// Of a line of text above and below its baseline, as a part of its size.
    private static final float ASCENT = 1.2f;

    private static final float DESCENT = 0.4f;

    private final IntSupplier ids;
    private final int id;
    private final int layer;
    private final List<Piece> pieces = new ArrayList<>();

    OfdPage(IntSupplier ids) {
        this.ids = ids;
        this.id = ids.getAsInt();
        this.layer = ids.getAsInt();
    }

    int id() {
        return id;
    }

    private sealed interface Piece {}

    private record Written(int id, Text text) implements Piece {}

    private record Drawn(int id, String markup) implements Piece {}

    /// Characters of one font, each at its distance from the one before.
    ///
    /// @param font number that the file gave
    /// @param x of the first character
    /// @param baseline of all of them
    /// @param steps from each character to the next, before scaling; one less than characters
    /// @param scale horizontal, 1 is unchanged
    public record Text(
            int font,
            float x,
            float baseline,
            float size,
            float scale,
            int colour,
            String characters,
            List<Float> steps) {
        public Text {
            steps = List.copyOf(steps);
        }
    }

    public void text(Text text) {
        pieces.add(new Written(ids.getAsInt(), text));
    }

    public void line(float x1, float y1, float x2, float y2, float width, int colour) {
        float left = Math.min(x1, x2) - MARGIN;
        float top = Math.min(y1, y2) - MARGIN;
        var markup =
                "LineWidth=\"%s\" Stroke=\"true\" Fill=\"false\"><ofd:StrokeColor Value=\"%s\"/>"
                                .formatted(mm(width), rgb(colour))
                        + "<ofd:AbbreviatedData>M %s %s L %s %s</ofd:AbbreviatedData>"
                                .formatted(
                                        mm(x1 - left), mm(y1 - top), mm(x2 - left), mm(y2 - top));
        float w = Math.abs(x2 - x1) + 2 * MARGIN;
        float h = Math.abs(y2 - y1) + 2 * MARGIN;
        path(left, top, w, h, markup);
    }

    public void box(float x, float y, float width, float height, int colour) {
        var markup =
                "Stroke=\"false\" Fill=\"true\"><ofd:FillColor Value=\"%s\"/>"
                                .formatted(rgb(colour))
                        + "<ofd:AbbreviatedData>M 0 0 L %1$s 0 L %1$s %2$s L 0 %2$s C"
                                .formatted(mm(width), mm(height))
                        + "</ofd:AbbreviatedData>";
        path(x, y, width, height, markup);
    }

    private void path(float x, float y, float width, float height, String markup) {
        int number = ids.getAsInt();
        var head =
                "<ofd:PathObject ID=\"%d\" Boundary=\"%s\" "
                        .formatted(number, bounds(x, y, width, height));
        pieces.add(new Drawn(number, head + markup + "</ofd:PathObject>"));
    }

    /// @param glyphs by font, of the characters that its table of characters cannot hold
    String part(String space, Map<Integer, Map<Integer, Integer>> glyphs) {
        var out = new Xml();
        out.raw(
                "<ofd:Page%s><ofd:Content><ofd:Layer Type=\"Body\" ID=\"%d\">"
                        .formatted(space, layer));
        for (var piece : pieces) {
            switch (piece) {
                case Drawn(int _, var markup) -> out.raw(markup);
                case Written(int number, var text) ->
                        write(out, number, text, glyphs.getOrDefault(text.font(), Map.of()));
            }
        }
        return out.raw("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private static void write(Xml out, int number, Text text, Map<Integer, Integer> glyphs) {
        float wide = text.size();
        for (float step : text.steps()) {
            wide += step;
        }
        float left = text.x() - MARGIN;
        float top = text.baseline() - ASCENT * text.size();
        float width = wide * text.scale() + 2 * MARGIN;
        out.raw(
                "<ofd:TextObject ID=\"%d\" Boundary=\"%s\" Font=\"%d\" Size=\"%s\""
                        .formatted(
                                number,
                                bounds(left, top, width, (ASCENT + DESCENT) * text.size()),
                                text.font(),
                                mm(text.size())));
        if (text.scale() != 1) {
            out.raw(" CTM=\"%s 0 0 1 0 0\"".formatted(plain(text.scale())));
        }
        out.raw("><ofd:FillColor Value=\"%s\"/>".formatted(rgb(text.colour())));
        transforms(out, text.characters(), glyphs);
        out.raw(
                "<ofd:TextCode X=\"%s\" Y=\"%s\""
                        .formatted(mm(MARGIN / text.scale()), mm(ASCENT * text.size())));
        if (!text.steps().isEmpty()) {
            out.raw(" DeltaX=\"%s\"".formatted(steps(text.steps())));
        }
        out.raw(">").text(text.characters()).raw("</ofd:TextCode></ofd:TextObject>");
    }

    /// Glyphs by number for characters above U+FFFF, whose code takes two places.
    private static void transforms(Xml out, String characters, Map<Integer, Integer> glyphs) {
        for (int i = 0;
                i < characters.length();
                i += Character.charCount(characters.codePointAt(i))) {
            var glyph = glyphs.get(characters.codePointAt(i));
            if (glyph != null) {
                out.raw("<ofd:CGTransform CodePosition=\"%d\" CodeCount=\"2\"".formatted(i))
                        .raw(" GlyphCount=\"1\">")
                        .raw("<ofd:Glyphs>%d</ofd:Glyphs></ofd:CGTransform>".formatted(glyph));
            }
        }
    }

    /// Equal steps are told once: `g 5 5.644`.
    private static String steps(List<Float> steps) {
        var first = mm(steps.getFirst());
        if (steps.size() > 2 && steps.stream().allMatch(s -> mm(s).equals(first))) {
            return "g " + steps.size() + " " + first;
        }
        return String.join(" ", steps.stream().map(OfdPage::mm).toList());
    }

    private static String bounds(float x, float y, float width, float height) {
        return String.join(" ", mm(x), mm(y), mm(width), mm(height));
    }

    private static String rgb(int colour) {
        return (colour >> 16 & 255) + " " + (colour >> 8 & 255) + " " + (colour & 255);
    }

    /// Points as millimetres.
    static String mm(float points) {
        return plain(new BigDecimal(points).multiply(POINT));
    }

    private static String plain(float number) {
        return plain(new BigDecimal(number));
    }

    private static String plain(BigDecimal number) {
        var rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
