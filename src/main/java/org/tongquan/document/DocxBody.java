package org.tongquan.document;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.document.Block.Align;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Heading;
import org.tongquan.document.Block.PageBreak;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.Block.Table;
import org.tongquan.document.archive.Xml;

/// Writes `word/document.xml`. Line breaks inside a paragraph are left to the word processor.
final class DocxBody {
    private static final String NAMESPACES =
            " xmlns:w=\""
                    + DocxParts.MAIN
                    + "\" xmlns:r=\""
                    + DocxParts.RELATIONS
                    + "\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
                    + "wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/"
                    + "drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/"
                    + "drawingml/2006/picture\"";
    /// On the same page as the next paragraph.
    private static final String KEEP = "<w:keepNext/>";

    private static final String CENTRED = "<w:jc w:val=\"center\"/>";

    /// Not bound to the grid.
    private static final String FREE = "<w:snapToGrid w:val=\"0\"/>";

    /// The document number's line is low, so that the red rule is 4 mm below its characters.
    private static final String NUMBER_LINE = FREE + DocxStyles.exactly(400);

    /// LibreOffice lets a table stand in its place only when text could fit beside it; Word goes
    /// by the width of the cells.
    private static final int IMPRINT_WIDTH = DocxParts.TYPE_WIDTH - 284;

    /// English metric units of a point.
    private static final int EMU = 12700;

    private final OfficialDocument document;
    private final Typefaces typefaces;
    private final Xml out = new Xml();
    private final List<byte[]> pictures = new ArrayList<>();

    /// The next paragraph starts a page.
    private boolean startsPage;

    DocxBody(OfficialDocument document, Typefaces typefaces) {
        this.document = document;
        this.typefaces = typefaces;
    }

    List<byte[]> pictures() {
        return pictures;
    }

    String write() {
        out.raw("<w:document" + NAMESPACES + "><w:body>");
        masthead();
        title(document.title());
        if (!document.recipients().isBlank()) {
            empty(1);
            paragraph("Normal", "<w:jc w:val=\"left\"/>", Phrases.recipients(document));
        }
        blocks(document.body(), true);
        closing();
        for (int i = 0; i < document.attachments().size(); i++) {
            var attachment = document.attachments().get(i);
            startsPage = true;
            run("Normal", "", DocxStyles.fonts(Face.HEI), Phrases.attachmentMark(document, i));
            empty(1);
            title(attachment.title());
            empty(1);
            blocks(attachment.body(), false);
        }
        if (document.imprint().isShown()) {
            imprint();
        }
        out.raw(DocxParts.section(!document.notice().isBlank()));
        return out.raw("</w:body></w:document>").toString();
    }

    private void masthead() {
        for (var mark : document.marks()) {
            run("Normal", "", DocxStyles.fonts(Face.HEI), mark);
        }
        boolean hasIssuer = !document.issuerHeading().isBlank();
        if (!hasIssuer && document.number().isBlank()) {
            return;
        }
        if (hasIssuer) {
            issuer();
        }
        empty(2);
        if (document.approver().isBlank()) {
            paragraph("Normal", NUMBER_LINE + CENTRED, document.number());
        } else {
            approver();
        }
        var border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"%s\" w:space=\"0\"";
        var rule =
                (border + " w:color=\"%06X\"/></w:pBdr>")
                        .formatted(Math.round(Sheet.RED_RULE * 8), Sheet.RED);
        int gap = DocxParts.twips(Sheet.RULE_GAP - 2);
        paragraph("Normal", rule + FREE + DocxStyles.exactly(gap), "");
        empty(2);
    }

    private void issuer() {
        var names = document.issuerHeading().split("\n");
        double longest = 1;
        for (var name : names) {
            longest = Math.max(longest, Phrases.width(name));
        }
        double size =
                Math.clamp(
                        Math.floor(Sheet.TYPE_WIDTH / longest),
                        Sheet.SMALLEST_ISSUER,
                        Sheet.LARGEST_ISSUER);
        int height = DocxParts.twips(size * 1.25);
        int drop =
                DocxParts.twips(Sheet.ISSUER_DROP) - document.marks().size() * DocxParts.LINE_PITCH;
        if (drop > 0) {
            paragraph("Normal", FREE + DocxStyles.exactly(drop), "");
        }
        for (var name : names) {
            run("Issuer", DocxStyles.exactly(height), DocxStyles.size(size), name);
        }
    }

    private void approver() {
        long cell = Math.round(DocxParts.CELL);
        var tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"%s\"/></w:tabs>";
        var indent = "<w:ind w:left=\"%s\"/><w:jc w:val=\"left\"/>".formatted(cell);
        open("Normal", tab.formatted(DocxParts.TYPE_WIDTH - cell) + NUMBER_LINE + indent);
        out.raw("<w:r><w:t>").text(document.number()).raw("</w:t></w:r>");
        out.raw("<w:r><w:tab/><w:t>签发人：</w:t></w:r>");
        out.raw("<w:r><w:rPr>" + DocxStyles.fonts(Face.KAI) + "</w:rPr><w:t>");
        out.text(document.approver()).raw("</w:t></w:r></w:p>");
    }

    private void title(String title) {
        paragraph("Title", "", String.join("\n", Phrases.titleLines(title)));
    }

    /// @param isSigned the last paragraph stays on the page of the signature
    private void blocks(List<Block> blocks, boolean isSigned) {
        for (int i = 0; i < blocks.size(); i++) {
            var keep = isSigned && i == blocks.size() - 1 ? KEEP : "";
            switch (blocks.get(i)) {
                case Heading(var level, var text) -> paragraph("Heading" + level, "", text);
                case Paragraph(var text) -> paragraph("BodyText", keep, text);
                case Table table -> table(table);
                case Chart chart -> chart(chart);
                case PageBreak _ -> startsPage = true;
            }
        }
    }

    private void chart(Chart chart) {
        float height = Sheet.CHART_LINES * Sheet.LINE - 6;
        pictures.add(PictureCanvas.png(chart, Sheet.TYPE_WIDTH, height, typefaces));
        int id = pictures.size();
        var size =
                "cx=\"%s\" cy=\"%s\""
                        .formatted((long) (Sheet.TYPE_WIDTH * EMU), (long) (height * EMU));
        open("Picture", "");
        out.raw("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">")
                .raw("<wp:extent " + size + "/><wp:docPr id=\"" + id + "\" name=\"chart" + id)
                .raw("\" descr=\"")
                .text(inWords(chart))
                .raw("\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/")
                .raw("drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + id)
                .raw("\" name=\"chart" + id + "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>")
                .raw("<a:blip r:embed=\"chart" + id + "\"/><a:stretch><a:fillRect/></a:stretch>")
                .raw("</pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size)
                .raw("/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>")
                .raw("</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>");
    }

    /// What a reader hears who cannot see the picture.
    private static String inWords(Chart chart) {
        var text = new StringBuilder(chart.title()).append("（").append(chart.unit()).append("）");
        for (var series : chart.series()) {
            text.append("；").append(series.name()).append("：");
            for (int i = 0; i < chart.categories().size(); i++) {
                text.append(i == 0 ? "" : "，").append(chart.categories().get(i)).append(' ');
                text.append(ChartDrawing.figure(series.values().get(i)));
            }
        }
        return text.toString();
    }

    private void table(Table table) {
        if (!table.caption().isBlank()) {
            paragraph("Caption", "", table.caption());
        } else if (startsPage) {
            paragraph("Normal", FREE + DocxStyles.exactly(20), "");
        }
        out.raw("<w:tbl><w:tblPr><w:tblW w:w=\"" + DocxParts.TYPE_WIDTH + "\" w:type=\"dxa\"/>")
                .raw("<w:tblBorders>");
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.raw(
                    "<w:"
                            + side
                            + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        out.raw("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
                .raw("<w:top w:w=\"70\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>")
                .raw("<w:bottom w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/>")
                .raw("</w:tblCellMar></w:tblPr><w:tblGrid>");
        var edges = TableFlow.edges(table.columns());
        var widths = new int[edges.length - 1];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = DocxParts.twips(edges[c + 1]) - DocxParts.twips(edges[c]);
            out.raw("<w:gridCol w:w=\"" + widths[c] + "\"/>");
        }
        out.raw("</w:tblGrid>");
        out.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int c = 0; c < widths.length; c++) {
            cell("CellHead", widths[c], "", table.columns().get(c).header());
        }
        out.raw("</w:tr>");
        for (var row : table.rows()) {
            out.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int c = 0; c < row.size(); c++) {
                cell("Cell", widths[c], alignment(table.columns().get(c).align()), row.get(c));
            }
            out.raw("</w:tr>");
        }
        out.raw("</w:tbl>");
        paragraph("Normal", FREE + DocxStyles.exactly(120), "");
    }

    private static String alignment(Align align) {
        return switch (align) {
            case LEFT -> "";
            case CENTRE -> CENTRED;
            case RIGHT -> "<w:jc w:val=\"right\"/>";
        };
    }

    private void cell(String style, int width, String properties, String text) {
        out.raw("<w:tc><w:tcPr>" + width(width) + "<w:vAlign w:val=\"center\"/></w:tcPr>");
        paragraph(style, properties, text);
        out.raw("</w:tc>");
    }

    private static String width(int twips) {
        return "<w:tcW w:w=\"" + twips + "\" w:type=\"dxa\"/>";
    }

    private void closing() {
        if (!document.attachments().isEmpty()) {
            paragraph("Normal", KEEP, "");
            boolean isFirst = true;
            for (var line : Phrases.attachmentLines(document)) {
                int left = (isFirst ? 2 : 5) * (int) DocxParts.CELL;
                paragraph("Normal", KEEP + "<w:ind w:left=\"" + left + "\"/>", line);
                isFirst = false;
            }
        }
        paragraph("Normal", KEEP, "");
        paragraph("Normal", KEEP, "");
        var closing = Phrases.closing(document);
        for (int i = 0; i < closing.lines().size(); i++) {
            right(KEEP, closing.insets().get(i), closing.lines().get(i));
        }
        right("", closing.dateInset(), Phrases.day(document.date()));
        if (!document.note().isBlank()) {
            paragraph("BodyText", "", "（" + document.note() + "）");
        }
    }

    private void right(String keep, double inset, String text) {
        var indent = "<w:ind w:rightChars=\"%s\" w:right=\"%s\"/><w:jc w:val=\"right\"/>";
        long twips = Math.round(inset * DocxParts.CELL);
        paragraph("Normal", keep + indent.formatted(Math.round(inset * 100), twips), text);
    }

    /// A table that stands on the lower edge of the last page's type area.
    private void imprint() {
        var imprint = document.imprint();
        int character = DocxParts.twips(Sheet.SMALL_SIZE);
        var lines = ImprintFlow.copies(imprint, new Typesetter(typefaces)).size() + 1;
        int top = DocxParts.twips(Sheet.TOP + Sheet.TYPE_HEIGHT - lines * Sheet.IMPRINT_LINE);
        out.raw("<w:tbl><w:tblPr><w:tblpPr w:vertAnchor=\"page\" w:horzAnchor=\"margin\"")
                .raw(" w:tblpX=\"0\" w:tblpY=\"" + top + "\"/>")
                .raw("<w:tblOverlap w:val=\"never\"/>")
                .raw("<w:tblW w:w=\"" + IMPRINT_WIDTH + "\" w:type=\"dxa\"/><w:tblBorders>")
                .raw(rule("top", Sheet.THICK_RULE) + rule("bottom", Sheet.THICK_RULE))
                .raw(rule("insideH", Sheet.THIN_RULE) + "</w:tblBorders>")
                .raw("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>")
                .raw("<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>")
                .raw("</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"")
                .raw(DocxParts.TYPE_WIDTH + "\"/></w:tblGrid>");
        if (!imprint.copies().isBlank()) {
            var hanging =
                    "<w:ind w:left=\"%s\" w:right=\"%s\" w:hanging=\"%s\"/>"
                            .formatted(4 * character, character, 3 * character);
            out.raw("<w:tr>");
            cell("Imprint", DocxParts.TYPE_WIDTH, hanging, "抄送：" + imprint.copies() + "。");
            out.raw("</w:tr>");
        }
        var tab =
                "<w:tabs><w:tab w:val=\"right\" w:pos=\"%s\"/></w:tabs><w:ind w:left=\"%s\"/>"
                        .formatted(DocxParts.TYPE_WIDTH - character, character);
        out.raw("<w:tr><w:tc><w:tcPr>" + width(DocxParts.TYPE_WIDTH) + "</w:tcPr>");
        open("Imprint", tab);
        out.raw("<w:r><w:t>").text(imprint.printer()).raw("</w:t></w:r><w:r><w:tab/><w:t>");
        out.text(Phrases.day(imprint.printed()) + "印发").raw("</w:t></w:r></w:p></w:tc></w:tr>");
        out.raw("</w:tbl>");
        paragraph("Normal", FREE + DocxStyles.exactly(20), "");
    }

    private static String rule(String side, float points) {
        return "<w:%s w:val=\"single\" w:sz=\"%s\" w:space=\"0\" w:color=\"000000\"/>"
                .formatted(side, Math.round(points * 8));
    }

    private void empty(int lines) {
        for (int i = 0; i < lines; i++) {
            paragraph("Normal", "", "");
        }
    }

    private void paragraph(String style, String properties, String text) {
        run(style, properties, "", text);
    }

    private void run(String style, String properties, String runProperties, String text) {
        open(style, properties);
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length && !text.isEmpty(); i++) {
            out.raw(
                    runProperties.isEmpty()
                            ? "<w:r>"
                            : "<w:r><w:rPr>" + runProperties + "</w:rPr>");
            out.raw(i == 0 ? "" : "<w:br/>");
            out.raw("<w:t xml:space=\"preserve\">").text(lines[i]).raw("</w:t></w:r>");
        }
        out.raw("</w:p>");
    }

    /// Opens a paragraph; the caller closes it.
    private void open(String style, String properties) {
        out.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>");
        boolean isKept = properties.startsWith(KEEP);
        out.raw(isKept ? KEEP : "").raw(startsPage ? "<w:pageBreakBefore/>" : "");
        out.raw(isKept ? properties.substring(KEEP.length()) : properties).raw("</w:pPr>");
        startsPage = false;
    }
}
