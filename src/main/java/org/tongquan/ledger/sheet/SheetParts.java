package org.tongquan.ledger.sheet;

/// The parts of a workbook that are the same for every listing.
final class SheetParts {
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String ROOT =
            HEAD
                    + "<Relationships xmlns=\"%s\">".formatted(PACKAGE)
                    + relation("r1", "officeDocument", "xl/workbook.xml")
                    + "</Relationships>";

    static final String STYLES =
            HEAD
                    + "<styleSheet xmlns=\"%s\">".formatted(MAIN)
                    + "<numFmts count=\"1\">"
                    + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                    + "</numFmts><fonts count=\"2\">"
                    + "<font><sz val=\"11\"/><name val=\"宋体\"/></font>"
                    + "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                    + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
                    + "<fill><patternFill patternType=\"gray125\"/></fill>"
                    + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDDEBF7\"/>"
                    + "</patternFill></fill></fills>"
                    + "<borders count=\"2\">"
                    + "<border><left/><right/><top/><bottom/><diagonal/></border>"
                    + "<border>%s<diagonal/></border></borders>".formatted(thin())
                    + "<cellStyleXfs count=\"1\">"
                    + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
                    + "</cellStyleXfs><cellXfs count=\"6\">"
                    + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                    + style(49, 1, 2, "", "center")
                    + style(49, 0, 0, "", "top")
                    + style(49, 0, 0, " quotePrefix=\"1\"", "top")
                    + style(164, 0, 0, "", "top")
                    + style(0, 0, 0, "", "top")
                    + "</cellXfs><cellStyles count=\"1\">"
                    + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
                    + "</cellStyles></styleSheet>";

    /// What ends a sheet: margins, and printing on upright or lying A4, one page wide.
    static final String SHEET_END =
            "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\""
                    + " footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\""
                    + " fitToWidth=\"1\" fitToHeight=\"0\"/>"
                    + "<headerFooter><oddFooter>&amp;P / &amp;N</oddFooter></headerFooter>"
                    + "</worksheet>";

    private SheetParts() {}

    private static String thin() {
        var sides = new StringBuilder();
        for (var side : new String[] {"left", "right", "top", "bottom"}) {
            sides.append("<%s style=\"thin\"><color rgb=\"FFBFBFBF\"/></%s>".formatted(side, side));
        }
        return sides.toString();
    }

    private static String style(int format, int font, int fill, String more, String vertical) {
        return ("<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"1\" xfId=\"0\"%s"
                        + " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
                        + " applyBorder=\"1\" applyAlignment=\"1\">"
                        + "<alignment vertical=\"%s\" wrapText=\"1\"/></xf>")
                .formatted(format, font, fill, more, vertical);
    }

    static String contentTypes(boolean hasNotes) {
        return HEAD
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + part("/xl/workbook.xml", "sheet.main+xml")
                + part("/xl/styles.xml", "styles+xml")
                + part("/xl/sharedStrings.xml", "sharedStrings+xml")
                + part("/xl/worksheets/sheet1.xml", "worksheet+xml")
                + (hasNotes ? part("/xl/worksheets/sheet2.xml", "worksheet+xml") : "")
                + "</Types>";
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(name, TYPE + type);
    }

    static String relations(boolean hasNotes) {
        return HEAD
                + "<Relationships xmlns=\"%s\">".formatted(PACKAGE)
                + relation("r1", "worksheet", "worksheets/sheet1.xml")
                + (hasNotes ? relation("r2", "worksheet", "worksheets/sheet2.xml") : "")
                + relation("r3", "styles", "styles.xml")
                + relation("r4", "sharedStrings", "sharedStrings.xml")
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(id, RELATION, type, target);
    }

    /// @param titles the rows repeated on each printed page
    /// @param filter what the filter is over
    static String book(String name, String titles, String filter, boolean hasNotes) {
        return HEAD
                + "<workbook xmlns=\"%s\" xmlns:r=\"%s\">".formatted(MAIN, RELATION)
                + "<bookViews><workbookView/></bookViews><sheets>"
                + "<sheet name=\"%s\" sheetId=\"1\" r:id=\"r1\"/>".formatted(name)
                + (hasNotes ? "<sheet name=\"说明 Notes\" sheetId=\"2\" r:id=\"r2\"/>" : "")
                + "</sheets><definedNames>"
                + "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">%s"
                        .formatted(filter)
                + "</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">%s"
                        .formatted(titles)
                + "</definedName></definedNames></workbook>";
    }

    static String sheet(int frozen) {
        var left = (char) ('A' + frozen);
        var across = frozen > 0 ? " xSplit=\"%d\"".formatted(frozen) : "";
        var pane = frozen > 0 ? "bottomRight" : "bottomLeft";
        return sheetHead()
                + "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">"
                + "<pane%s ySplit=\"1\"".formatted(across)
                + " topLeftCell=\"%s2\" activePane=\"%s\" state=\"frozen\"/>".formatted(left, pane)
                + "</sheetView></sheetViews>";
    }

    private static String sheetHead() {
        return HEAD
                + "<worksheet xmlns=\"%s\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                        .formatted(MAIN);
    }

    static String plainSheet(int width) {
        return sheetHead() + "<cols>" + width(1, width) + "</cols><sheetData>";
    }

    static String texts(Iterable<String> texts) {
        var out = new StringBuilder(HEAD).append("<sst xmlns=\"").append(MAIN).append("\">");
        for (var text : texts) {
            out.append("<si><t xml:space=\"preserve\">").append(escaped(text)).append("</t></si>");
        }
        return out.append("</sst>").toString();
    }

    static String width(int column, int characters) {
        return "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                .formatted(column, column, characters);
    }

    /// Character data without what XML does not allow.
    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints()
                .filter(SheetParts::isAllowed)
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> out.append("&amp;");
                                case '<' -> out.append("&lt;");
                                case '>' -> out.append("&gt;");
                                case '"' -> out.append("&quot;");
                                default -> out.appendCodePoint(c);
                            }
                        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\n'
                || c == '\t'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
