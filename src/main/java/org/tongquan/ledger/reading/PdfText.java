package org.tongquan.ledger.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;

/// Takes the text out of a pdf. Lines stay as they are on the page, page numbers alone on a line
/// go; [Lines] joins what the page width broke.
final class PdfText {
    private static final int MOST_PAGES = 3_000;

    /// Fewer characters than this per page means pictures of text.
    private static final int SCANNED = 10;

    private PdfText() {}

    static Extraction extract(String name, byte[] bytes) {
        if (!new PdfStreams(bytes).areMeasured()) {
            return Refused.of(
                    Reason.ZIP_BOMB,
                    name,
                    "the pdf unpacks to far more than its size",
                    "print it to a new pdf and send that");
        }
        try (var document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                return Refused.of(
                        Reason.TOO_LARGE,
                        name,
                        "more than " + MOST_PAGES + " pages",
                        "send a part");
            }
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\n");
            String text =
                    stripper.getText(document)
                            .replaceAll("(?m)^[ 　]*[—-]?[ ]*\\d{1,4}[ ]*[—-]?[ ]*$\n?", "");
            if (text.strip().length() < (long) SCANNED * Math.max(1, pages)) {
                return Refused.of(
                        Reason.SCANNED_WITHOUT_TEXT,
                        name,
                        "the pdf holds pictures of pages and no text",
                        "run it through text recognition or send the original file");
            }
            if (FileFormats.isGarbled(text)) {
                return Refused.of(
                        Reason.GARBLED_ENCODING,
                        name,
                        "the pdf's fonts do not say which characters they show",
                        "send the original file");
            }
            return new SourceText(name, text, List.of());
        } catch (IOException | RuntimeException e) {
            return Refused.of(
                    Reason.BROKEN_FILE, name, "the file is no readable pdf", "save it again");
        }
    }
}
