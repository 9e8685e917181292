package org.tongquan.document;

import org.tongquan.document.archive.Xml;

/// The styles of the docx: what an office sees in its style list and can change in one place.
final class DocxStyles {
    /// Not bound to the grid.
    private static final String FREE = "<w:snapToGrid w:val=\"0\"/>";

    /// Characters of the body are narrower by two per cent: LibreOffice gives a character that is
    /// wider than a cell two of them. Word fills the line by justifying it.
    private static final String NARROW = "<w:w w:val=\"98\"/>";

    private static final String FULL = "<w:w w:val=\"100\"/>";

    private static final String CENTRED = "<w:jc w:val=\"center\"/>";
    private static final String LEFT = "<w:jc w:val=\"left\"/>";

    private final Xml out = new Xml();

    private DocxStyles() {}

    static String part() {
        return new DocxStyles().write();
    }

    static String fonts(Face face) {
        return "<w:rFonts w:ascii=\"%1$s\" w:hAnsi=\"%1$s\" w:eastAsia=\"%1$s\" w:cs=\"%1$s\"/>"
                .formatted(face.docxName);
    }

    static String size(double points) {
        return "<w:sz w:val=\"%1$s\"/><w:szCs w:val=\"%1$s\"/>".formatted(Math.round(points * 2));
    }

    static String exactly(int twips) {
        return "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%s\" w:lineRule=\"exact\"/>"
                .formatted(twips);
    }

    static String firstLine(int characters) {
        return "<w:ind w:firstLineChars=\"%s\" w:firstLine=\"%s\"/>"
                .formatted(characters * 100, characters * (int) DocxParts.CELL);
    }

    private String write() {
        out.raw("<w:styles xmlns:w=\"" + DocxParts.MAIN + "\">");
        defaults();
        style("BodyText", "Body Text", "Normal", firstLine(2), "");
        heading(1, Face.HEI);
        heading(2, Face.KAI);
        heading(3, Face.FANGSONG);
        heading(4, Face.FANGSONG);
        heads();
        tables();
        var small = FREE + exactly(280);
        style("Footer", "footer", "Normal", small, face(Face.SONG, Sheet.SMALL_SIZE));
        style("Header", "header", "Normal", small + CENTRED, face(Face.HEI, 10.5));
        return out.raw("</w:styles>").toString();
    }

    private void defaults() {
        out.raw("<w:docDefaults><w:rPrDefault><w:rPr>")
                .raw(fonts(Face.FANGSONG) + size(Sheet.BODY_SIZE))
                .raw("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr>")
                .raw("</w:rPrDefault><w:pPrDefault/></w:docDefaults>")
                .raw("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">")
                .raw("<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/>")
                .raw("<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>")
                .raw(exactly(DocxParts.LINE_PITCH) + "<w:jc w:val=\"both\"/></w:pPr><w:rPr>")
                .raw(fonts(Face.FANGSONG) + NARROW + size(Sheet.BODY_SIZE))
                .raw("</w:rPr></w:style>");
    }

    private void heads() {
        var title = face(Face.TITLE, Sheet.TITLE_SIZE);
        style("Title", "Title", "Normal", FREE + CENTRED, title);
        var red = "<w:color w:val=\"%06X\"/>".formatted(Sheet.RED);
        var issuer = fonts(Face.TITLE) + red + FULL;
        style("Issuer", "发文机关标志", "Normal", FREE + CENTRED, issuer);
    }

    private void tables() {
        var caption = face(Face.HEI, Sheet.SMALL_SIZE);
        style("Caption", "caption", "Normal", "<w:keepNext/>" + FREE + CENTRED, caption);
        var asHigh = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";
        style("Picture", "图", "Normal", FREE + asHigh + CENTRED, "");
        var cell = FREE + exactly(340) + LEFT;
        style("Cell", "表格", "Normal", cell, FULL + size(Sheet.TABLE_SIZE));
        style("CellHead", "表头", "Cell", CENTRED, fonts(Face.HEI));
        var line = FREE + exactly(DocxParts.twips(Sheet.IMPRINT_LINE));
        style("Imprint", "版记", "Normal", line + LEFT, FULL + size(Sheet.SMALL_SIZE));
    }

    private void heading(int level, Face face) {
        var name = "heading " + level;
        // snapToGrid, spacing and so on come from Normal; keepNext must stand first
        var paragraph =
                "<w:keepNext/>" + firstLine(2) + "<w:outlineLvl w:val=\"" + (level - 1) + "\"/>";
        style("Heading" + level, name, "Normal", paragraph, fonts(face));
    }

    private static String face(Face face, double size) {
        return fonts(face) + FULL + size(size);
    }

    private void style(String id, String name, String basedOn, String paragraph, String run) {
        out.raw("<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name)
                .raw("\"/><w:basedOn w:val=\"" + basedOn + "\"/><w:qFormat/>")
                .raw("<w:pPr>" + paragraph + "</w:pPr>");
        out.raw(run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>").raw("</w:style>");
    }
}
