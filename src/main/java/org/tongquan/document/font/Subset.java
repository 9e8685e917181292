package org.tongquan.document.font;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/// A font cut to the characters of one document.
///
/// @param file a TrueType font whose table of characters holds all of them up to U+FFFF
/// @param glyphs the glyphs of the characters above, which that table cannot hold
public record Subset(byte[] file, Map<Integer, Integer> glyphs) {
    /// The tables a reader draws by; those of layout would name glyphs that are cut off.
    private static final List<String> TABLES =
            List.of(
                    "head", "hhea", "OS/2", "name", "maxp", "glyf", "loca", "cmap", "hmtx", "post",
                    "cvt ", "fpgm", "prep");

    private static final int LAST_IN_TABLE = 0xFFFF;

    /// @param prefix six letters before the font's name, as subsets have
    public static Subset of(TrueTypeFont font, SortedSet<Integer> characters, String prefix)
            throws IOException {
        var cutter = new TTFSubsetter(font, TABLES);
        cutter.setPrefix(prefix);
        var lookup = font.getUnicodeCmapLookup(false);
        var above = new HashMap<Integer, Integer>();
        for (int character : characters) {
            if (character <= LAST_IN_TABLE) {
                cutter.add(character);
            } else {
                above.put(lookup.getGlyphId(character), character);
            }
        }
        cutter.addGlyphIds(above.keySet());
        var glyphs = new HashMap<Integer, Integer>();
        cutter.getGIDMap()
                .forEach(
                        (cut, whole) -> {
                            if (above.containsKey(whole)) {
                                glyphs.put(above.get(whole), cut);
                            }
                        });
        var out = new ByteArrayOutputStream();
        cutter.writeToStream(out);
        return new Subset(out.toByteArray(), Map.copyOf(glyphs));
    }
}
