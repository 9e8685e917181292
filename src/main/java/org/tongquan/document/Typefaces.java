package org.tongquan.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.tongquan.document.Face.FontFile;
import org.tongquan.document.font.Woff;
import org.tongquan.kernel.Problems;

/// The font files of one rendering, opened when first needed. Not thread-safe: one per rendering,
/// because a font reads its glyphs from one shared position.
final class Typefaces implements Closeable {
    /// Shown where no font has the character.
    static final int REPLACEMENT = '〓';

    /// Where a character is looked for when its own typeface lacks it.
    private static final List<FontFile> FALLBACK =
            List.of(FontFile.SERIF, FontFile.SANS, FontFile.KAI);

    private record Open(TrueTypeFont font, CmapLookup characters, float unitsPerEm) {}

    /// A character of a certain font, with its width as a part of the font size.
    record Glyph(int codePoint, FontFile file, float advance) {}

    private final Map<FontFile, Open> open = new EnumMap<>(FontFile.class);
    private final Set<Integer> reported = new HashSet<>();
    private final Problems problems;

    Typefaces(Problems problems) {
        this.problems = problems;
    }

    /// The character in the face, else in another one, else the replacement, which is reported.
    Glyph glyph(Face face, int codePoint) {
        return find(face.file, codePoint)
                .or(() -> elsewhere(codePoint))
                .orElseGet(() -> replacement(face, codePoint));
    }

    TrueTypeFont font(FontFile file) {
        return open(file).font();
    }

    /// The font's own name, as it stands in the font.
    String name(FontFile file) {
        try {
            return font(file).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Width of a character that the font has, as a part of the font size.
    float advance(FontFile file, int codePoint) {
        return find(file, codePoint).map(Glyph::advance).orElse(1f);
    }

    private Optional<Glyph> elsewhere(int codePoint) {
        if (reported.contains(codePoint)) {
            return Optional.empty();
        }
        return FALLBACK.stream().flatMap(file -> find(file, codePoint).stream()).findFirst();
    }

    private Glyph replacement(Face face, int codePoint) {
        if (reported.add(codePoint)) {
            var name = "U+%04X".formatted(codePoint);
            problems.add(
                    "",
                    0,
                    "no font has the character " + name,
                    "replace it in the text; 〓 is shown instead");
        }
        return find(face.file, REPLACEMENT).orElseThrow();
    }

    private Optional<Glyph> find(FontFile file, int codePoint) {
        var in = open(file);
        int id = in.characters().getGlyphId(codePoint);
        if (id == 0) {
            return Optional.empty();
        }
        try {
            var advance = in.font().getAdvanceWidth(id) / in.unitsPerEm();
            return Optional.of(new Glyph(codePoint, file, advance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Open open(FontFile file) {
        return open.computeIfAbsent(file, Typefaces::read);
    }

    private static Open read(FontFile file) {
        try (var in = Typefaces.class.getResourceAsStream(file.resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the font " + file.resource + " is missing: build again with npm at hand");
            }
            var bytes = in.readAllBytes();
            var plain = Woff.isWoff(bytes) ? Woff.unpack(bytes) : bytes;
            var font = new TTFParser().parse(new RandomAccessReadBuffer(plain));
            font.setEnableGsub(false);
            return new Open(font, font.getUnicodeCmapLookup(false), font.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file.resource + " cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var each : open.values()) {
            each.font().close();
        }
    }
}
