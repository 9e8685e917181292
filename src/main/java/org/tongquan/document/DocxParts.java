package org.tongquan.document;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongquan.document.archive.Xml;

/// The parts of a docx beside its body: styles, settings, fonts, page head and foot. Lengths are
/// in twips, the twentieth part of a point.
final class DocxParts {
    static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";

    static final int PAGE_WIDTH = twips(Sheet.WIDTH);
    static final int PAGE_HEIGHT = twips(Sheet.HEIGHT);
    static final int LEFT = 1588;
    static final int RIGHT = 1474;
    static final int TOP = twips(Sheet.TOP);
    static final int BOTTOM = 1984;
    static final int TYPE_WIDTH = PAGE_WIDTH - LEFT - RIGHT;

    /// Rounded down, so that 22 lines fit for certain.
    static final int LINE_PITCH = (PAGE_HEIGHT - TOP - BOTTOM) / Sheet.LINES;

    /// Width of one cell of the grid.
    static final double CELL = TYPE_WIDTH / (double) Sheet.CHARACTERS;

    /// Added to each character, in 4096ths of a point; rounded down, so that 28 fit.
    static final int CHARACTER_SPACE = (int) Math.floor((CELL / 20 - Sheet.BODY_SIZE) * 4096);

    /// From the foot of the page to the foot of the page number: its dashes then stand 7 mm
    /// below the type area.
    private static final int FOOT = BOTTOM - twips(Sheet.FOOT_GAP) - twips(Sheet.SMALL_SIZE / 2);

    private static final int HEAD = twips(15 * Sheet.MM);

    private DocxParts() {}

    static int twips(double points) {
        return (int) Math.round(points * 20);
    }

    static String contentTypes(boolean hasNotice) {
        var out = new Xml().raw("<Types xmlns=\"" + PACKAGE + "content-types\">");
        out.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package")
                .raw(".relationships+xml\"/>")
                .raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .raw("<Default Extension=\"png\" ContentType=\"image/png\"/>");
        override(
                out,
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml");
        override(out, "/docProps/app.xml", TYPE + "extended-properties+xml");
        override(out, "/word/document.xml", TYPE + "wordprocessingml.document.main+xml");
        for (var name : new String[] {"styles", "settings", "fontTable"}) {
            override(out, "/word/" + name + ".xml", TYPE + "wordprocessingml." + name + "+xml");
        }
        for (var name : hasNotice ? new String[] {"footer", "header"} : new String[] {"footer"}) {
            for (int i = 1; i <= 2; i++) {
                var type = TYPE + "wordprocessingml." + name + "+xml";
                override(out, "/word/" + name + i + ".xml", type);
            }
        }
        return out.raw("</Types>").toString();
    }

    private static void override(Xml out, String part, String type) {
        out.raw("<Override PartName=\"" + part + "\" ContentType=\"" + type + "\"/>");
    }

    static String rootRelations() {
        return new Xml()
                .raw("<Relationships xmlns=\"" + PACKAGE + "relationships\">")
                .raw(relation("rId1", RELATIONS + "/officeDocument", "word/document.xml"))
                .raw(
                        relation(
                                "rId2",
                                PACKAGE + "relationships/metadata/core-properties",
                                "docProps/core.xml"))
                .raw(relation("rId3", RELATIONS + "/extended-properties", "docProps/app.xml"))
                .raw("</Relationships>")
                .toString();
    }

    static String relations(boolean hasNotice, int pictures) {
        var out = new Xml().raw("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (var name : new String[] {"styles", "settings", "fontTable"}) {
            out.raw(relation(name, RELATIONS + "/" + name, name + ".xml"));
        }
        for (var name : hasNotice ? new String[] {"footer", "header"} : new String[] {"footer"}) {
            for (int i = 1; i <= 2; i++) {
                out.raw(relation(name + i, RELATIONS + "/" + name, name + i + ".xml"));
            }
        }
        for (int i = 1; i <= pictures; i++) {
            out.raw(relation("chart" + i, RELATIONS + "/image", "media/chart" + i + ".png"));
        }
        return out.raw("</Relationships>").toString();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
    }

    static String core(OfficialDocument document) {
        var day = document.date() + "T00:00:00Z";
        return new Xml()
                .raw("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\"")
                .raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .raw(" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
                .text(document.title().replace('\n', ' '))
                .raw("</dc:title><dc:creator>")
                .text(document.signatory().replace('\n', ' '))
                .raw("</dc:creator><dc:language>zh-CN</dc:language>")
                .raw("<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:created>")
                .raw("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + day + "</dcterms:modified>")
                .raw("</cp:coreProperties>")
                .toString();
    }

    static String app() {
        return new Xml()
                .raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/")
                .raw("extended-properties\"><Application>Tongquan</Application></Properties>")
                .toString();
    }

    static String settings() {
        return new Xml()
                .raw(
                        """
                        <w:settings xmlns:w="%s"><w:zoom w:percent="100"/>\
                        <w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>\
                        <w:drawingGridVerticalSpacing w:val="%s"/>\
                        <w:characterSpacingControl w:val="doNotCompress"/>\
                        <w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>\
                        <w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>\
                        <w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>\
                        <w:compatSetting w:name="compatibilityMode" \
                        w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
                        <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"""
                                .formatted(MAIN, LINE_PITCH))
                .toString();
    }

    /// Names each typeface with another one to take where the office has not installed it.
    static String fontTable() {
        var fonts =
                Stream.of(Face.values())
                        .map(
                                face ->
                                        """
                                        <w:font w:name="%s"><w:altName w:val="%s"/>\
                                        <w:charset w:val="86"/><w:family w:val="modern"/>\
                                        <w:pitch w:val="fixed"/></w:font>"""
                                                .formatted(face.docxName, face.otherName))
                        .collect(Collectors.joining());
        return new Xml()
                .raw("<w:fonts xmlns:w=\"" + MAIN + "\">" + fonts + "</w:fonts>")
                .toString();
    }

    /// `— 1 —`, one character in: right on odd pages, left on even ones.
    static String footer(boolean isEven) {
        int indent = twips(Sheet.SMALL_SIZE);
        var side = isEven ? "left" : "right";
        var ind = "<w:ind w:%sChars=\"100\" w:%s=\"%s\"/>".formatted(side, side, indent);
        return new Xml()
                .raw("<w:ftr xmlns:w=\"" + MAIN + "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>")
                .raw(ind + "<w:jc w:val=\"" + side + "\"/></w:pPr>")
                .raw("<w:r><w:t xml:space=\"preserve\">— </w:t></w:r>")
                .raw("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
                .raw("<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>")
                .toString();
    }

    static String header(String notice) {
        return new Xml()
                .raw("<w:hdr xmlns:w=\"" + MAIN + "\"><w:p><w:pPr><w:pStyle w:val=\"Header\"/>")
                .raw("</w:pPr><w:r><w:t>")
                .text(notice)
                .raw("</w:t></w:r></w:p></w:hdr>")
                .toString();
    }

    static String section(boolean hasNotice) {
        var out = new StringBuilder("<w:sectPr>");
        for (var name : hasNotice ? new String[] {"header", "footer"} : new String[] {"footer"}) {
            var refer = "<w:%sReference w:type=\"%s\" r:id=\"%s%s\"/>";
            out.append(refer.formatted(name, "default", name, 1));
            out.append(refer.formatted(name, "even", name, 2));
        }
        out.append(
                """
                <w:pgSz w:w="%s" w:h="%s"/><w:pgMar w:top="%s" w:right="%s" w:bottom="%s" \
                w:left="%s" w:header="%s" w:footer="%s" w:gutter="0"/>\
                <w:docGrid w:type="linesAndChars" w:linePitch="%s" w:charSpace="%s"/></w:sectPr>"""
                        .formatted(
                                PAGE_WIDTH,
                                PAGE_HEIGHT,
                                TOP,
                                RIGHT,
                                BOTTOM,
                                LEFT,
                                HEAD,
                                FOOT,
                                LINE_PITCH,
                                CHARACTER_SPACE));
        return out.toString();
    }
}
