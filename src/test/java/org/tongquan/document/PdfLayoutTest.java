package org.tongquan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tongquan.document.PrintedPages.MM;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.OfficialDocument.Attachment;

/// GB/T 9704-2012, measured on the rendered pages.
class PdfLayoutTest {
    private static final byte[] REPORT = new PdfRenderer().render(SampleDocument.report());
    private static final PrintedPages PAGES = new PrintedPages(REPORT);

    /// One paragraph of full-width characters without punctuation, longer than two pages.
    private static final byte[] FULL_REPORT =
            new PdfRenderer()
                    .render(
                            OfficialDocument.titled("满页", SampleDocument.DAY)
                                    .body(List.of(new Paragraph("圈".repeat(1500))))
                                    .done());

    private static final PrintedPages FULL = new PrintedPages(FULL_REPORT);

    @Test
    void setsTwentyTwoLinesOfTwentyEightCharactersOnAFullPage() {
        var rows = FULL.body(2);
        assertThat(rows).hasSize(22);
        assertThat(rows).allSatisfy(row -> assertThat(row.marks()).hasSize(28));
        for (int i = 1; i < rows.size(); i++) {
            float pitch = rows.get(i).baseline() - rows.get(i - 1).baseline();
            assertThat(pitch).isCloseTo(28.99f, within(0.02f));
        }
        var marks = rows.getFirst().marks();
        for (int i = 1; i < marks.size(); i++) {
            float pitch = marks.get(i).x() - marks.get(i - 1).x();
            assertThat(pitch).isCloseTo(15.79f, within(0.02f));
        }
    }

    @Test
    void keepsTheMarginsWithinAMillimetre() throws IOException {
        var rows = FULL.body(2);
        assertThat(rows.getFirst().left() / MM).isCloseTo(28f, within(0.1f));
        assertThat(rows.getFirst().right() / MM).isCloseTo(210f - 26, within(0.2f));
        var ink = ink(FULL_REPORT, 1);
        assertThat(ink[0]).as("left").isBetween(28.0, 29.0);
        assertThat(ink[1]).as("top").isBetween(36.0, 38.0);
        assertThat(ink[2]).as("right").isBetween(183.0, 184.5);
    }

    /// The second page without its number, as left, top and right edge of the ink in mm.
    private static double[] ink(byte[] pdf, int page) throws IOException {
        try (var file = Loader.loadPDF(pdf)) {
            int dots = 200;
            BufferedImage image = new PDFRenderer(file).renderImageWithDPI(page, dots);
            int left = image.getWidth();
            int right = 0;
            int top = image.getHeight();
            for (int y = 0; y < image.getHeight() * 262 / 297; y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if ((image.getRGB(x, y) & 0xFF) < 128) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                    }
                }
            }
            double mm = 25.4 / dots;
            return new double[] {left * mm, top * mm, right * mm};
        }
    }

    @Test
    void leavesTwoLinesBetweenTheRedRuleAndTheTitle() throws IOException {
        float rule = redRule();
        var number = PAGES.row(1, "甲圈办〔2026〕12号");
        assertThat((rule - number.baseline() - 0.12f * 16) / MM).isCloseTo(4f, within(0.3f));
        var title = PAGES.row(1, "关于甲乙丙合作圈2026年");
        float topOfTitle = title.baseline() - 0.88f * 22;
        assertThat((topOfTitle - rule) / 28.99f).isBetween(2f, 2.3f);
        assertThat(title.marks().getFirst().size()).isEqualTo(22f);
        float middle = (title.left() + title.right()) / 2;
        assertThat(middle / MM).isCloseTo(28f + 156f / 2, within(1f));
    }

    /// Where the red rule lies: the first row of pixels that is red from edge to edge.
    private static float redRule() throws IOException {
        try (var file = Loader.loadPDF(REPORT)) {
            int dots = 288;
            var image = new PDFRenderer(file).renderImageWithDPI(0, dots);
            int from = Math.round(29 * MM * dots / 72);
            int to = Math.round(183 * MM * dots / 72);
            for (int y = 0; y < image.getHeight(); y++) {
                boolean isRed = true;
                for (int x = from; x < to && isRed; x += 5) {
                    int colour = image.getRGB(x, y);
                    isRed = (colour >> 16 & 255) > 200 && (colour & 255) < 60;
                }
                if (isRed) {
                    return y * 72f / dots;
                }
            }
            throw new AssertionError("no red rule");
        }
    }

    @Test
    void putsTheIssuerThirtyFiveMillimetresBelowTheTypeArea() {
        var issuer = PAGES.row(1, "甲乙丙合作圈联席会议办公室文件");
        float top = issuer.baseline() - 0.88f * issuer.marks().getFirst().size();
        assertThat(top / MM).isCloseTo(37f + 35, within(1f));
    }

    @Test
    void numbersOddPagesAtTheRightAndEvenPagesAtTheLeft() {
        for (int page = 1; page <= PAGES.count(); page++) {
            var number = PAGES.page(page).getLast();
            assertThat(number.text()).isEqualTo("—" + page + "—");
            assertThat(number.marks().getFirst().size()).isEqualTo(14f);
            if (page % 2 == 1) {
                assertThat(number.right() / MM).isCloseTo(184f - 14 / MM, within(0.5f));
            } else {
                assertThat(number.left() / MM).isCloseTo(28f + 14 / MM, within(0.5f));
            }
        }
    }

    @Test
    void setsTheRecipientFlushAndTheBodyTwoCharactersIn() {
        var recipient = PAGES.row(1, "省推进区域协调");
        assertThat(recipient.text()).endsWith("：");
        assertThat(recipient.left() / MM).isCloseTo(28f, within(0.1f));
        var body = PAGES.row(1, "按照年度工作安排");
        assertThat(body.left()).isCloseTo(28 * MM + 2 * 15.79f, within(0.1f));
    }

    @Test
    void setsTheDateFourCharactersFromTheRightAndTheSignatoryAboveIt() {
        var report =
                OfficialDocument.titled("关于示例的函", LocalDate.of(2026, 7, 5))
                        .body(List.of(new Paragraph("正文。")))
                        .signatory("甲乙丙合作圈办公室")
                        .done();
        var pages = new PrintedPages(new PdfRenderer().render(report));
        var date = pages.row(1, "2026年7月5日");
        float right = (184 * MM - date.right()) / 15.79f;
        assertThat(right).isCloseTo(4f, within(0.1f));
        var signatory = pages.row(1, "甲乙丙合作圈办公室");
        float middle = (signatory.left() + signatory.right()) / 2;
        assertThat(middle).isCloseTo((date.left() + date.right()) / 2, within(2f));
        assertThat(date.baseline() - signatory.baseline()).isCloseTo(28.99f, within(0.05f));
    }

    @Test
    void endsTheLastPageWithTheImprint() {
        var rows = PAGES.body(PAGES.count());
        assertThat(rows.getLast().text()).isEqualTo("甲乙丙合作圈联席会议办公室2026年7月6日印发");
        assertThat(rows.getLast().baseline() / MM).isBetween(255f, 262f);
        assertThat(rows.get(rows.size() - 3).text()).startsWith("抄送：省发展改革委");
    }

    @Test
    void repeatsTheHeaderOfATableOnEveryPage() {
        var attachment = new Attachment("任务表", List.of(SampleDocument.tasks(60)));
        var document =
                OfficialDocument.titled("关于示例的函", SampleDocument.DAY)
                        .attachments(List.of(attachment))
                        .done();
        var pages = new PrintedPages(new PdfRenderer().render(document));
        assertThat(pages.count()).isGreaterThanOrEqualTo(5);
        for (int page = 2; page <= pages.count(); page++) {
            assertThat(pages.row(page, "序号").text()).isEqualTo("序号重点任务牵头单位完成时限亮灯");
        }
        assertThat(pages.text()).contains("推进第60号跨界道路建设");
    }

    @Test
    void givesTheTextBackToAReader() {
        var text = PAGES.text().replaceAll("\\s", "");
        assertThat(text)
                .contains("一、总体情况")
                .contains("（一）任务亮灯情况")
                .contains("建立“月调度、季通报、半年报告”的工作机制")
                .contains("完成率为78.9%，比第一季度提高12.5个百分点")
                .contains("2.亮灯规则说明");
        assertThat(text.codePoints()).as("no radicals").noneMatch(c -> c >= 0x2E80 && c < 0x2FE0);
    }

    @Test
    void givesTheSameBytesTwice() {
        assertThat(new PdfRenderer().render(SampleDocument.report())).isEqualTo(REPORT);
    }

    @Test
    void carriesTitleAndTheDocumentsOwnDate() throws IOException {
        try (var file = Loader.loadPDF(REPORT)) {
            var about = file.getDocumentInformation();
            assertThat(about.getTitle()).isEqualTo("关于甲乙丙合作圈2026年上半年重点任务推进情况的报告");
            assertThat(about.getCreationDate().toInstant()).isEqualTo("2026-07-05T00:00:00Z");
        }
    }

    @Test
    void listsTheHeadingsBesideThePages() throws IOException {
        try (var file = Loader.loadPDF(REPORT)) {
            var first = file.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertThat(first.getTitle()).isEqualTo("一、总体情况");
            assertThat(first.getFirstChild().getTitle()).isEqualTo("（一）任务亮灯情况");
            assertThat(first.getNextSibling().getTitle()).isEqualTo("二、存在问题和下一步安排");
        }
    }

    @Test
    void keepsTheSignatureWithTheEndOfTheText() {
        for (int characters = 280; characters < 900; characters += 28) {
            var document =
                    OfficialDocument.titled("关于示例的函", SampleDocument.DAY)
                            .body(List.of(new Paragraph("文".repeat(characters))))
                            .signatory("甲乙丙合作圈办公室")
                            .done();
            var pages = new PrintedPages(new PdfRenderer().render(document));
            var last = pages.body(pages.count());
            assertThat(last.getLast().text()).isEqualTo("2026年7月5日");
            assertThat(last.getFirst().text()).containsAnyOf("文", "关于");
        }
    }

    @Test
    void saysOnEveryPageThatDataAreSimulated() {
        for (int page = 1; page <= PAGES.count(); page++) {
            assertThat(PAGES.page(page).getFirst().text()).startsWith("模拟数据");
        }
    }
}
