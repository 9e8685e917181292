package org.tongquan.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// A listing becomes a workbook that Excel reads as it was meant, and reads back as it was.
class WorkbookTest {
    private static final List<Heading> HEADINGS =
            List.of(new Heading("事项 Item", 30), new Heading("时限 Due", 12), new Heading("值", 9));

    private static final Listing LISTING =
            new Listing(
                    "台账/清单 [1]",
                    HEADINGS,
                    1,
                    List.of(
                            List.of(
                                    Cell.of("建设\n高铁 & <站>"),
                                    Cell.of(LocalDate.of(2026, 6, 30)),
                                    Cell.of(new BigDecimal("12.50"))),
                            List.of(
                                    Cell.of("=HYPERLINK(\"http://x\")"),
                                    Cell.NONE,
                                    Cell.of(new BigDecimal("1234567890123456789.5")))),
                    List.of("=1+1 is a note"));

    private static XSSFWorkbook opened(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void daysAreDaysNumbersAreNumbersAndAllElseIsText() throws IOException {
        try (var book = opened(Workbook.of(LISTING))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("台账 清单  1");
            var row = sheet.getRow(1);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("建设\n高铁 & <站>");
            assertThat(DateUtil.isCellDateFormatted(row.getCell(1))).isTrue();
            assertThat(row.getCell(1).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 6, 30));
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12.5);
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("1234567890123456789.5");
            assertThat(book.getSheetAt(1).getRow(0).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysTextAndIsQuoted() throws IOException {
        try (var book = opened(Workbook.of(LISTING))) {
            var cell = book.getSheetAt(0).getRow(2).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
        for (var text : List.of("=1", "+1", "-1", "@a", "\t=1", "\r=1")) {
            assertThat(Workbook.looksLikeFormula(text)).as(text).isTrue();
        }
        assertThat(Workbook.looksLikeFormula("1-1")).isFalse();
    }

    @Test
    void theHeadingStaysInSightFiltersAndIsPrintedOnEveryPage() throws IOException {
        try (var book = opened(Workbook.of(LISTING))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:C3");
            assertThat(sheet.getColumnWidth(0)).isEqualTo(30 * 256);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        }
    }

    @Test
    void theSameListingGivesTheSameBytes() {
        assertThat(Workbook.of(LISTING)).isEqualTo(Workbook.of(LISTING));
    }

    @Test
    void whatWasWrittenIsReadBack() {
        var grid = Grid.read(Workbook.of(LISTING), HEADINGS, 10);
        assertThat(grid.faults()).isEmpty();
        var first = grid.lines().getFirst();
        assertThat(first.text(0)).isEqualTo("建设\n高铁 & <站>");
        assertThat(first.day(1)).contains(LocalDate.of(2026, 6, 30));
        assertThat(first.amount(2)).contains(new BigDecimal("12.5"));
        assertThat(grid.lines().getLast().amount(2))
                .contains(new BigDecimal("1234567890123456789.5"));
        assertThat(grid.lines().getLast().day(1)).isEmpty();
        assertThat(grid.faults()).containsExactly(new CellFault("B3", CellFault.DAY, ""));
    }

    @Test
    void charactersThatXmlDoesNotAllowAreLeftOut() throws IOException {
        var listing =
                new Listing(
                        "x",
                        List.of(new Heading("a", 9)),
                        0,
                        List.of(List.of(Cell.of("a\u0000\u0008b\uFFFF\uD800c"))),
                        List.of());
        try (var book = opened(Workbook.of(listing))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("abc");
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
        }
    }

    @Test
    void moreRowsOrAnotherHeadingAreFaults() {
        assertThat(Grid.read(Workbook.of(LISTING), HEADINGS, 1).faults())
                .containsExactly(new CellFault("", CellFault.TOO_LARGE, "2"));
        var other = List.of(HEADINGS.get(0), new Heading("日期", 9), new Heading("数", 9));
        assertThat(Grid.read(Workbook.of(LISTING), other, 10).faults())
                .containsExactly(
                        new CellFault("B1", CellFault.HEADING, "日期"),
                        new CellFault("C1", CellFault.HEADING, "数"));
    }

    @Test
    void whatUnpacksToFarTooMuchIsRefusedBeforeItIsOpened() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var block = new byte[1024 * 1024];
            for (int i = 0; i <= Unpacked.MOST_BYTES / block.length; i++) {
                zip.write(block);
            }
        }
        assertThat(out.size()).isLessThan(100_000);
        assertThat(Grid.read(out.toByteArray(), HEADINGS, 10).faults())
                .containsExactly(
                        new CellFault("", CellFault.TOO_LARGE, Integer.toString(out.size())));
    }
}
