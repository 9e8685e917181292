package org.tongquan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The OFD has the pages of the PDF, character by character, and says so in well-formed parts.
class OfdLayoutTest {
    private static final String SPACE = "http://www.ofdspec.org/2016";
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private static Map<String, byte[]> parts(byte[] ofd) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (var e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                parts.put(e.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document parsed(byte[] part) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (Exception e) {
            throw new AssertionError(new String(part, StandardCharsets.UTF_8), e);
        }
    }

    private static List<Element> all(Document part, String name) {
        var nodes = part.getElementsByTagNameNS(SPACE, name);
        return java.util.stream.IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static String text(Document page) {
        return BLANK.matcher(
                        String.join(
                                "",
                                all(page, "TextCode").stream()
                                        .map(Element::getTextContent)
                                        .toList()))
                .replaceAll("");
    }

    @Test
    void everyPageSaysWhatThePageOfThePdfSays() throws IOException {
        var document = SampleDocument.report();
        var parts = parts(new OfdRenderer().render(document));
        try (var pdf = Loader.loadPDF(new PdfRenderer().render(document))) {
            var pages = all(parsed(parts.get("Doc_0/Document.xml")), "Page");
            assertThat(pages).hasSize(pdf.getNumberOfPages()).hasSizeGreaterThan(1);
            for (int i = 0; i < pages.size(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i + 1);
                stripper.setEndPage(i + 1);
                var page = parsed(parts.get("Doc_0/" + pages.get(i).getAttribute("BaseLoc")));
                assertThat(text(page))
                        .as("page " + (i + 1))
                        .isEqualTo(BLANK.matcher(stripper.getText(pdf)).replaceAll(""));
            }
        }
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        var first = new OfdRenderer().render(SampleDocument.report());
        assertThat(new OfdRenderer().render(SampleDocument.report())).isEqualTo(first);
        assertThat(first.length).as("fonts are cut to what is used").isLessThan(1_000_000);
    }

    @Test
    void everyNumberIsGivenOnceAndEveryFontIsThere() throws IOException {
        var parts = parts(new OfdRenderer().render(SampleDocument.report()));
        var ids = new java.util.HashSet<String>();
        for (var part : parts.entrySet()) {
            if (part.getKey().endsWith("Content.xml")) {
                var page = parsed(part.getValue());
                for (var name : List.of("Layer", "TextObject", "PathObject")) {
                    all(page, name)
                            .forEach(e -> assertThat(ids.add(e.getAttribute("ID"))).isTrue());
                }
            }
        }
        var document = parsed(parts.get("Doc_0/Document.xml"));
        all(document, "Page").forEach(e -> assertThat(ids.add(e.getAttribute("ID"))).isTrue());
        var fonts = all(parsed(parts.get("Doc_0/PublicRes.xml")), "Font");
        for (var font : fonts) {
            assertThat(ids.add(font.getAttribute("ID"))).isTrue();
            var file = font.getElementsByTagNameNS(SPACE, "FontFile").item(0).getTextContent();
            assertThat(parts).containsKey("Doc_0/Res/" + file);
        }
        int most = Integer.parseInt(all(document, "MaxUnitID").getFirst().getTextContent());
        assertThat(ids).allMatch(id -> Integer.parseInt(id) <= most);
    }

    @Test
    void everyCharacterIsFoundInItsFont() throws IOException {
        var parts = parts(new OfdRenderer().render(SampleDocument.report()));
        for (var font : all(parsed(parts.get("Doc_0/PublicRes.xml")), "Font")) {
            var file = font.getElementsByTagNameNS(SPACE, "FontFile").item(0).getTextContent();
            var bytes = parts.get("Doc_0/Res/" + file);
            try (var cut = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                var lookup = cut.getUnicodeCmapLookup();
                parts.forEach(
                        (name, part) -> {
                            if (name.endsWith("Content.xml")) {
                                all(parsed(part), "TextObject").stream()
                                        .filter(
                                                t ->
                                                        t.getAttribute("Font")
                                                                .equals(font.getAttribute("ID")))
                                        .flatMapToInt(t -> t.getTextContent().codePoints())
                                        .filter(c -> c <= 0xFFFF)
                                        .forEach(
                                                c ->
                                                        assertThat(lookup.getGlyphId(c))
                                                                .as(Character.toString(c))
                                                                .isPositive());
                            }
                        });
            }
        }
    }

    @Test
    void headingsAreListedBesideThePages() throws IOException {
        var parts = parts(new OfdRenderer().render(SampleDocument.report()));
        var document = parsed(parts.get("Doc_0/Document.xml"));
        assertThat(all(document, "OutlineElem")).isNotEmpty();
        assertThat(all(document, "Dest"))
                .hasSameSizeAs(all(document, "OutlineElem"))
                .allMatch(d -> d.getAttribute("Type").equals("XYZ"));
    }

    @Test
    void hostileTextStaysText() throws IOException {
        var document =
                OfficialDocument.titled("</ofd:TextCode>&<\"标题\">", LocalDate.of(2026, 1, 1))
                        .body(List.of(new Block.Paragraph("a\u0000b 𠮷 <script> & “引号”")))
                        .signatory("甲\n乙")
                        .done();
        var parts = parts(new OfdRenderer().render(document));
        var page = parsed(parts.get("Doc_0/Pages/Page_0/Content.xml"));
        assertThat(text(page)).contains("</ofd:TextCode>&<\"标题\">").contains("<script>&“引号”");
        assertThat(all(parsed(parts.get("OFD.xml")), "Title").getFirst().getTextContent())
                .isEqualTo("</ofd:TextCode>&<\"标题\">");
    }
}
