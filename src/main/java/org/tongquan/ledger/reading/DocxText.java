package org.tongquan.ledger.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;

/// Takes the text out of a docx: one line per paragraph, one line with tabs per table row. The
/// archive is measured before it is opened.
final class DocxText {
    /// Most bytes that all entries may unpack to.
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    /// Most bytes of one part in XML, all of which is held in memory.
    private static final long LARGEST_XML = 16L * 1024 * 1024;

    /// Most times an entry may grow when unpacked.
    private static final double MOST_GROWTH = 200;

    private static final int MOST_ENTRIES = 5_000;

    private DocxText() {}

    static Extraction extract(String name, byte[] bytes) {
        try {
            var refusal = measure(name, bytes);
            if (refusal != null) {
                return refusal;
            }
            ZipSecureFile.setMinInflateRatio(1 / MOST_GROWTH);
            try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
                var out = new StringBuilder();
                body(document.getBodyElements(), out);
                return new SourceText(name, out.toString(), List.of());
            }
        } catch (IOException | RuntimeException e) {
            return Refused.of(
                    Reason.BROKEN_FILE,
                    name,
                    "the file is no readable docx",
                    "open it in a word processor, save it as .docx and send that");
        }
    }

    private static @Nullable Refused measure(String name, byte[] bytes) throws IOException {
        long total = 0;
        int entries = 0;
        boolean word = false;
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                word |= e.getName().equals("word/document.xml");
                entries++;
                boolean xml = e.getName().endsWith(".xml");
                long before = total;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (xml && total - before > LARGEST_XML) {
                        return SourceText.tooLarge(name);
                    }
                    if (total > MOST_UNPACKED
                            || total > bytes.length * MOST_GROWTH
                            || entries > MOST_ENTRIES) {
                        return Refused.of(
                                Reason.ZIP_BOMB,
                                name,
                                "the archive unpacks to far more than its size",
                                "send the plain document");
                    }
                }
            }
        }
        return word
                ? null
                : Refused.of(
                        Reason.UNKNOWN_FORMAT,
                        name,
                        "an archive that is no docx",
                        "send txt, html, docx or pdf");
    }

    private static void body(List<IBodyElement> elements, StringBuilder out) {
        for (var element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                out.append(paragraph.getText().replace('\t', ' ')).append('\n');
            } else if (element instanceof XWPFTable table) {
                table(table, out);
            }
        }
    }

    /// One line of cells for each row; a cell merged with the one above has its words too.
    private static void table(XWPFTable table, StringBuilder out) {
        var above = new ArrayList<String>();
        for (var row : table.getRows()) {
            int column = 0;
            for (var cell : row.getTableCells()) {
                String words = cell.getText().strip().replace('\t', ' ').replace("\n", "");
                if (column < above.size() && goesOn(cell)) {
                    words = above.get(column);
                }
                out.append(column == 0 ? "" : "\t").append(words);
                if (column < above.size()) {
                    above.set(column, words);
                } else {
                    above.add(words);
                }
                column++;
            }
            out.append('\n');
        }
    }

    private static boolean goesOn(XWPFTableCell cell) {
        var properties = cell.getCTTc().getTcPr();
        return properties != null
                && properties.getVMerge() != null
                && properties.getVMerge().getVal() != STMerge.RESTART;
    }
}
