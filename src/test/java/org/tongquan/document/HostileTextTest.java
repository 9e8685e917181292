package org.tongquan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.tongquan.document.Block.Align;
import org.tongquan.document.Block.Chart;
import org.tongquan.document.Block.Column;
import org.tongquan.document.Block.Kind;
import org.tongquan.document.Block.PageBreak;
import org.tongquan.document.Block.Paragraph;
import org.tongquan.document.Block.Series;
import org.tongquan.document.Block.Table;
import org.tongquan.kernel.Problems;

/// Whatever stands in a text, both files come out whole and say what was changed.
class HostileTextTest {
    private static OfficialDocument with(Block... blocks) {
        return OfficialDocument.titled("关于<b>&\"示例\"的函", SampleDocument.DAY)
                .body(List.of(blocks))
                .done();
    }

    private static XWPFDocument docx(OfficialDocument document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(new DocxRenderer().render(document)));
    }

    @Test
    void showsAReplacementForAnEmojiAndReportsIt() {
        var problems = new Problems();
        var pdf = new PdfRenderer().render(with(new Paragraph("进展良好😀。")), problems);
        assertThat(new PrintedPages(pdf).text()).contains("进展良好〓。");
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().what()).contains("U+1F600");
    }

    @Test
    void leavesOutControlCharactersAndReportsThem() throws IOException {
        var document = with(new Paragraph("甲\u0000乙\u0007丙\u202E丁\uFEFF戊\uD800己\uFFFE"));
        var problems = new Problems();
        var pdf = new PdfRenderer().render(document, problems);
        assertThat(new PrintedPages(pdf).text()).contains("甲乙丙丁戊〓己");
        assertThat(problems.count()).isEqualTo(6);
        try (var docx = docx(document)) {
            assertThat(docx.getParagraphs())
                    .anySatisfy(p -> assertThat(p.getText()).isEqualTo("甲乙丙丁戊〓己"));
        }
    }

    @Test
    void keepsMarkupAsText() throws IOException {
        try (var docx = docx(with(new Paragraph("]]><w:p/>&amp;'\"</w:t>")))) {
            assertThat(docx.getParagraphs())
                    .anySatisfy(p -> assertThat(p.getText()).isEqualTo("]]><w:p/>&amp;'\"</w:t>"));
            var title = docx.getProperties().getCoreProperties().getTitle();
            assertThat(title).isEqualTo("关于<b>&\"示例\"的函");
        }
    }

    @Test
    void setsATableOfTenThousandRows() {
        var document = with(SampleDocument.tasks(10_000));
        var pages = new PrintedPages(new PdfRenderer().render(document));
        assertThat(pages.count()).isGreaterThan(400);
        assertThat(pages.text()).contains("第10000号");
        assertThat(new DocxRenderer().render(document)).isNotEmpty();
    }

    @Test
    void cutsARowThatIsTallerThanAPage() {
        var columns = List.of(new Column("甲", 1, Align.LEFT), new Column("乙", 20, Align.LEFT));
        var table = new Table("", columns, List.of(List.of("一".repeat(40), "长文".repeat(4000))));
        var pages = new PrintedPages(new PdfRenderer().render(with(table)));
        assertThat(pages.text().replaceAll("[^长]", "")).hasSize(4000);
        assertThat(pages.count()).isBetween(7, 12);
    }

    @Test
    void setsAWordOfAHundredThousandLetters() {
        var pages =
                new PrintedPages(
                        new PdfRenderer().render(with(new Paragraph("x".repeat(100_000)))));
        assertThat(pages.text().replaceAll("[^x]", "")).hasSize(100_000);
    }

    @Test
    void drawsChartsOfOddValues() {
        for (var kind : Kind.values()) {
            var chart =
                    new Chart(
                            kind,
                            "图",
                            "",
                            List.of("一", "", "三"),
                            List.of(
                                    new Series("负", List.of(-5.5, Double.NaN, 1e12)),
                                    new Series("零", List.of(0.0, 0.0, 0.0))));
            var document = with(chart, new PageBreak(), chart);
            assertThat(new PrintedPages(new PdfRenderer().render(document)).count()).isEqualTo(2);
            assertThat(new DocxRenderer().render(document)).isNotEmpty();
        }
    }

    @Test
    void rendersADocumentOfATitleAlone() throws IOException {
        var document = OfficialDocument.titled("空", SampleDocument.DAY).done();
        assertThat(new PrintedPages(new PdfRenderer().render(document)).text()).contains("空");
        try (var docx = docx(document)) {
            assertThat(docx.getParagraphs()).isNotEmpty();
        }
    }
}
