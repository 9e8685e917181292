package org.tongquan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

/// The docx, opened again: as POI reads it and as its parts say.
class DocxLayoutTest {
    private static final byte[] REPORT = new DocxRenderer().render(SampleDocument.report());

    private static Map<String, String> parts() throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(REPORT))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void isReadByPoiWithTitleTextTableAndPicture() throws IOException {
        try (var docx = new XWPFDocument(new ByteArrayInputStream(REPORT))) {
            var about = docx.getProperties().getCoreProperties();
            assertThat(about.getTitle()).isEqualTo("关于甲乙丙合作圈2026年上半年重点任务推进情况的报告");
            assertThat(about.getCreated().toInstant()).isEqualTo("2026-07-05T00:00:00Z");
            assertThat(docx.getParagraphs())
                    .extracting(p -> p.getText())
                    .contains("一、总体情况", "省推进区域协调发展领导小组办公室，各成员市人民政府：", "附件2");
            assertThat(docx.getTables()).hasSize(3);
            assertThat(docx.getTables().get(1).getRows()).hasSize(41);
            assertThat(docx.getAllPictures()).hasSize(2);
            var section = docx.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW().toString()).isEqualTo("11906");
            assertThat(section.getPgSz().getH().toString()).isEqualTo("16838");
        }
    }

    @Test
    void setsTheGridForTwentyTwoLinesOfTwentyEightCharacters() throws IOException {
        var section = after(parts().get("word/document.xml"), "<w:sectPr>");
        assertThat(section).contains("w:type=\"linesAndChars\"");
        int width = 11906 - number(section, "w:left") - number(section, "w:right");
        int height = 16838 - number(section, "w:top") - number(section, "w:bottom");
        assertThat(height / number(section, "w:linePitch")).isEqualTo(22);
        double cell = 16 + number(section, "w:charSpace") / 4096.0;
        assertThat((int) (width / 20.0 / cell)).isEqualTo(28);
        assertThat(cell).isCloseTo(15.79, within(0.005));
    }

    @Test
    void keepsTheMarginsWithinAMillimetre() throws IOException {
        var section = after(parts().get("word/document.xml"), "<w:sectPr>");
        double mm = 1440 / 25.4;
        assertThat(number(section, "w:top") / mm).isCloseTo(37, within(0.1));
        assertThat(number(section, "w:left") / mm).isCloseTo(28, within(0.1));
        assertThat(number(section, "w:right") / mm).isCloseTo(26, within(0.1));
        assertThat(number(section, "w:bottom") / mm).isCloseTo(35, within(0.1));
    }

    @Test
    void namesTheTypefacesOfTheStandard() throws IOException {
        var styles = parts().get("word/styles.xml");
        assertThat(style(styles, "Normal")).contains("仿宋_GB2312").contains("w:sz w:val=\"32\"");
        assertThat(style(styles, "Title")).contains("方正小标宋简体").contains("w:sz w:val=\"44\"");
        assertThat(style(styles, "Heading1")).contains("黑体");
        assertThat(style(styles, "Heading2")).contains("楷体_GB2312");
        assertThat(style(styles, "Heading3")).contains("仿宋_GB2312");
        assertThat(style(styles, "Footer")).contains("宋体").contains("w:sz w:val=\"28\"");
    }

    @Test
    void numbersOddPagesAtTheRightAndEvenPagesAtTheLeft() throws IOException {
        var parts = parts();
        assertThat(parts.get("word/settings.xml")).contains("<w:evenAndOddHeaders/>");
        assertThat(parts.get("word/footer1.xml")).contains("PAGE").contains("w:jc w:val=\"right\"");
        assertThat(parts.get("word/footer2.xml")).contains("PAGE").contains("w:jc w:val=\"left\"");
        assertThat(parts.get("word/document.xml"))
                .contains("w:footerReference w:type=\"even\" r:id=\"footer2\"");
    }

    @Test
    void saysInEveryHeadThatDataAreSimulated() throws IOException {
        assertThat(parts().get("word/header1.xml")).contains("模拟数据");
        assertThat(parts().get("word/header2.xml")).contains("模拟数据");
    }

    @Test
    void consistsOfWellFormedParts() throws Exception {
        var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        for (var part : parts().entrySet()) {
            if (!part.getKey().endsWith(".png")) {
                var bytes = part.getValue().getBytes(StandardCharsets.UTF_8);
                assertThat(builder.parse(new ByteArrayInputStream(bytes))).isNotNull();
            }
        }
    }

    @Test
    void keepsToTheSchemaOfTheFormat() throws Exception {
        try (var docx = new XWPFDocument(new ByteArrayInputStream(REPORT))) {
            var faults = new ArrayList<XmlError>();
            var options = new XmlOptions().setErrorListener(faults);
            docx.getDocument().validate(options);
            docx.getStyle().validate(options);
            docx.getFooterList().forEach(footer -> footer._getHdrFtr().validate(options));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void givesTheSameBytesTwiceAndInAnotherLanguageOfTheMachine() {
        assertThat(new DocxRenderer().render(SampleDocument.report())).isEqualTo(REPORT);
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(new DocxRenderer().render(SampleDocument.report())).isEqualTo(REPORT);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String after(String text, String mark) {
        return text.substring(text.indexOf(mark));
    }

    private static String style(String styles, String id) {
        var from = after(styles, "w:styleId=\"" + id + "\"");
        return from.substring(0, from.indexOf("</w:style>"));
    }

    private static int number(String text, String attribute) {
        var from = after(text, attribute + "=\"");
        from = from.substring(from.indexOf('"') + 1);
        return Integer.parseInt(from.substring(0, from.indexOf('"')));
    }
}
