package org.tongquan.document.font;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.SortedMap;

/// Writes the table that leads from the glyphs of an embedded font back to characters
/// (ISO 32000-1, 9.10.3).
public final class ToUnicode {
    /// A block may not hold more entries.
    private static final int MOST_ENTRIES = 100;

    private static final String HEAD =
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;
    private static final String FOOT =
            """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private ToUnicode() {}

    public static String of(SortedMap<Integer, Integer> characterByGlyph) {
        var out = new StringBuilder(HEAD);
        var entries = new ArrayList<>(characterByGlyph.entrySet());
        for (int from = 0; from < entries.size(); from += MOST_ENTRIES) {
            var block = entries.subList(from, Math.min(from + MOST_ENTRIES, entries.size()));
            out.append(block.size()).append(" beginbfchar\n");
            for (var each : block) {
                var utf16 = Character.toString(each.getValue()).getBytes(StandardCharsets.UTF_16BE);
                out.append("<%04X> <".formatted(each.getKey()))
                        .append(HexFormat.of().withUpperCase().formatHex(utf16))
                        .append(">\n");
            }
            out.append("endbfchar\n");
        }
        return out.append(FOOT).toString();
    }
}
