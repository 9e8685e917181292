package org.tongquan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;

/// Every format gives its text; every input that cannot be read gives its own answer.
class SourceTextTest {
    private static final String TEXT = ReadingCasesTest.text("02-brackets");

    @Test
    void readsUtf8AndGb18030AndUtf16Alike() {
        assertThat(text("a.txt", TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(text("a.txt", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TEXT);
        assertThat(text("a.txt", TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(TEXT);
        assertThat(text("a.txt", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TEXT);
    }

    @Test
    void keepsParagraphsAndTablesOfAPageAndDropsItsScripts() {
        var html =
                "<html><head><script>var a='一、';</script><style>p{}</style></head><bo"
                        + "dy><nav>首页</nav>"
                        + "<p>关于办好实事的通知</p><p>一、降低成本</p><p>（一）<b>压缩</b>时间。推行网办。</p>"
                        + "<table><tr><td>工作任务</td><td>牵头单位</td></tr><tr><td>公开全部办理标准。<"
                        + "/td><td>市司法局</td></tr></table>"
                        + "</body></html>";
        assertThat(text("a.html", html.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("关于办好实事的通知\n一、降低成本\n（一）压缩时间。推行网办。\n工作任务\t牵头单位\n公开全部办理标准。\t市司法局\n");
    }

    @Test
    void readsParagraphsAndTablesOfADocx() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("附件 重点任务分工表");
            var table = document.createTable(2, 3);
            cells(table.getRow(0), "工作任务", "责任单位", "完成时限");
            cells(table.getRow(1), "改造三个老旧窗口。", "市财政局、市司法局", "2024年6月底前");
            document.write(out);
        }
        var source = (SourceText) SourceText.of("a.docx", out.toByteArray());
        var read = (Read) PolicyReader.read(source, Lexica.a());
        assertThat(read.commitments()).hasSize(1);
        var row = read.commitments().getFirst();
        assertThat(row.leadUnits()).extracting(Found::value).containsExactly("市财政局", "市司法局");
        assertThat(row.deadline()).isEqualTo("2024-06-30");
        assertThat(row.action()).isEqualTo("改造三个老旧窗口。");
    }

    @Test
    void givesARowTheCellsThatReachIntoIt() {
        var html =
                "<body><h1>重点任务分工的通知</h1><table>"
                        + "<tr><th>工作任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>"
                        + "<tr><td>改造三个老旧窗口。</td><td>市财政局</td><td rowspan=2>市司法局</td>"
                        + "<td>2024年6月底前</td></tr>"
                        + "<tr><td rowspan='2'>公开全部办理标准。</td><td>市商务局</td><td></td></tr>"
                        + "<tr><td>市教育局</td><td></td><td></td></tr></table></body>";
        var source = (SourceText) SourceText.of("a.html", html.getBytes(StandardCharsets.UTF_8));
        var rows = ((Read) PolicyReader.read(source, Lexica.a())).commitments();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).deadline()).isEqualTo("2024-06-30");
        assertThat(rows.get(1).leadUnits())
                .extracting(Found::value)
                .containsExactly("市商务局", "市教育局");
        assertThat(rows.get(1).coopUnits()).extracting(Found::value).containsExactly("市司法局");
        assertThat(rows.get(1).deadline()).isNull();
    }

    @Test
    void givesARowOfADocxTheCellMergedWithTheOneAbove() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("重点任务分工的通知");
            var table = document.createTable(3, 3);
            cells(table.getRow(0), "工作任务", "责任单位", "完成时限");
            cells(table.getRow(1), "改造三个老旧窗口。", "市财政局", "2024年6月底前");
            cells(table.getRow(2), "公开全部办理标准。", "市司法局", "");
            merge(table, 1, STMerge.RESTART);
            merge(table, 2, STMerge.CONTINUE);
            document.write(out);
        }
        var source = (SourceText) SourceText.of("a.docx", out.toByteArray());
        var rows = ((Read) PolicyReader.read(source, Lexica.a())).commitments();
        assertThat(rows).extracting(Commitment::deadline).containsOnly("2024-06-30").hasSize(2);
    }

    private static void merge(XWPFTable table, int row, STMerge.Enum how) {
        var cell = table.getRow(row).getCell(2).getCTTc();
        var properties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
        properties.addNewVMerge().setVal(how);
    }

    @Test
    void refusesAPdfThatHoldsOnlyPictures() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        assertRefused("a.pdf", out.toByteArray(), Reason.SCANNED_WITHOUT_TEXT);
    }

    @Test
    void refusesEmptyAndBlankFiles() {
        assertRefused("a.txt", new byte[0], Reason.EMPTY);
        assertRefused("a.txt", " \n\t ".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
    }

    @Test
    void refusesAFileAboveTheLimit() {
        assertRefused("a.txt", new byte[(int) SourceText.LARGEST_FILE + 1], Reason.TOO_LARGE);
    }

    /// Fifty megabytes of policy are below the limit of a file, and far beyond that of a text.
    @Test
    void refusesFiftyMegabytesOfTextWithoutReadingThem() throws IOException {
        var text = TEXT.repeat(50_000_000 / TEXT.getBytes(StandardCharsets.UTF_8).length);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan((int) SourceText.LARGEST_FILE);
        assertRefused("a.txt", bytes, Reason.TOO_LARGE);
        assertRefused(
                "a.html", ("<html>" + text).getBytes(StandardCharsets.UTF_8), Reason.TOO_LARGE);
        assertRefused("a.txt", text.getBytes(Charset.forName("GB18030")), Reason.TOO_LARGE);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(bytes);
            zip.closeEntry();
        }
        assertRefused("a.docx", out.toByteArray(), Reason.TOO_LARGE);
    }

    @Test
    void refusesAPdfThatUnpacksBeyondMeasure() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var contents = new PDStream(document);
            try (var spaces = contents.createOutputStream(COSName.FLATE_DECODE)) {
                var blank = " ".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 65; i++) {
                    spaces.write(blank);
                }
            }
            page.setContents(contents);
            document.save(out);
        }
        assertThat(out.size()).isLessThan(200_000);
        assertRefused("a.pdf", out.toByteArray(), Reason.ZIP_BOMB);
    }

    @Test
    void refusesAnArchiveThatUnpacksBeyondMeasure() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/media/picture.png"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertRefused("a.docx", out.toByteArray(), Reason.ZIP_BOMB);
    }

    @Test
    void refusesAnArchiveThatIsNoDocument() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("text".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertRefused("a.docx", out.toByteArray(), Reason.UNKNOWN_FORMAT);
        assertRefused(
                "a.docx", "PK broken".getBytes(StandardCharsets.UTF_8), Reason.UNKNOWN_FORMAT);
        assertRefused(
                "a.pdf", "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8), Reason.BROKEN_FILE);
    }

    @Test
    void refusesGarbledCharacters() {
        var noise = new byte[4000];
        var random = new SplittableRandom(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) random.nextInt(128, 256);
        }
        assertRefused("a.txt", noise, Reason.GARBLED_ENCODING);
        var twice = new String(TEXT.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertRefused("a.txt", twice.getBytes(StandardCharsets.UTF_8), Reason.GARBLED_ENCODING);
    }

    @Test
    void refusesATextThatIsNoPolicy() {
        assertThat(reason("It is raining, and nobody has to do anything about it."))
                .isEqualTo(Reason.NO_POLICY);
        assertThat(reason("那年夏天雨水很多。外婆坐在门口剥豆子，猫睡在她脚边。我们谁也不说话。")).isEqualTo(Reason.NO_POLICY);
    }

    private static Reason reason(String text) {
        return ((Refused) PolicyReader.read(SourceText.of(text), Lexica.a())).reason();
    }

    private static void cells(org.apache.poi.xwpf.usermodel.XWPFTableRow row, String... values) {
        for (int i = 0; i < values.length; i++) {
            row.getCell(i).setText(values[i]);
        }
    }

    private static String text(String name, byte[] bytes) {
        return ((SourceText) SourceText.of(name, bytes)).text();
    }

    private static void assertRefused(String name, byte[] bytes, Reason reason) {
        var extraction = SourceText.of(name, bytes);
        assertThat(extraction).isInstanceOf(Refused.class);
        assertThat(((Refused) extraction).reason()).isEqualTo(reason);
        assertThat(((Refused) extraction).problems()).hasSize(1);
    }
}
