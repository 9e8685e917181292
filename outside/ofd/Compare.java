import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.tongquan.document.Block;
import org.tongquan.document.OfdRenderer;
import org.tongquan.document.OfficialDocument;
import org.tongquan.document.PdfRenderer;

/// Draws one document as PDF and as OFD; the peer reads the OFD: as many pages, and on each the
/// text of the PDF's page, blanks not regarded.
public class Compare {
    private static final String LONG =
            "截至6月30日，纳入台账的109项重点任务中，绿灯86项、黄灯17项、红灯6项，完成率为78.9%；"
                    + "共接入Internet Data Center节点12个，日均调用量超过1,200,000次。";

    public static void main(String[] args) throws Exception {
        var document = document();
        var ofd = Path.of(args[0]);
        Files.write(ofd, new OfdRenderer().render(document));
        try (var pdf = Loader.loadPDF(new PdfRenderer().render(document));
                var reader = new OFDReader(ofd)) {
            int pages = pdf.getNumberOfPages();
            if (reader.getNumberOfPages() != pages) {
                throw new IllegalStateException(
                        "pages: " + pages + " and " + reader.getNumberOfPages());
            }
            var extractor = new ContentExtractor(reader);
            int characters = 0;
            for (int page = 1; page <= pages; page++) {
                var ours = plain(text(pdf, page));
                var theirs = plain(String.join("", extractor.getPageContent(page)));
                if (!ours.equals(theirs)) {
                    throw new IllegalStateException(
                            "page " + page + ":\n" + ours + "\n" + theirs);
                }
                characters += ours.length();
            }
            System.out.printf(
                    "ofdrw reads %d pages, %d characters: the text of each page is the PDF's%n",
                    pages, characters);
        }
    }

    private static String text(org.apache.pdfbox.pdmodel.PDDocument pdf, int page)
            throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }

    private static OfficialDocument document() {
        var body = new ArrayList<Block>();
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 60; i++) {
            body.add(new Block.Heading(1 + i % 4, "（" + i + "）标题 <&> " + i));
            body.add(new Block.Paragraph(LONG));
            rows.add(List.of(Integer.toString(i), "第" + i + "项任务", "2026年12月"));
        }
        body.add(
                new Block.Chart(
                        Block.Kind.STACKED,
                        "图",
                        "项",
                        List.of("甲", "乙"),
                        List.of(
                                new Block.Series("绿灯", List.of(31.0, 28.0), Block.Tone.GREEN),
                                new Block.Series("红灯", List.of(1.0, 3.0), Block.Tone.RED))));
        body.add(
                new Block.Table(
                        "表",
                        List.of(
                                new Block.Column("序号", 1, Block.Align.CENTRE),
                                new Block.Column("任务", 4, Block.Align.LEFT),
                                new Block.Column("时限", 2, Block.Align.RIGHT)),
                        rows));
        return OfficialDocument.titled("关于重点任务推进情况的报告", LocalDate.of(2026, 7, 5))
                .issuerHeading("合作圈联席会议办公室文件")
                .number("圈办〔2026〕12号")
                .recipients("各成员市人民政府")
                .body(body)
                .signatory("合作圈联席会议办公室")
                .notice("演示")
                .done();
    }
}
