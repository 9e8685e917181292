package org.tongquan.ledger.measuring.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Imported;
import org.tongquan.ledger.sheet.Workbook;

/// Values go out as a workbook and come back: unchanged, revised, added, or wrong.
@HouseTest
class MeasureSheetsTest {
    private static final String WATER = "y01-water-share";
    private static final String PARTY = "990100";
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    @Autowired private ApplicationContext house;

    private Basin basin;
    private Actor unit;

    private void filled(String region) {
        basin = new Basin(house, region);
        unit = basin.unit("990100/huanjing");
        file("84", 0, "");
        file("84.50", 1, "checked");
    }

    private void file(String value, int shown, String reason) {
        basin.door(Measuring.class)
                .file(
                        unit,
                        basin.region(),
                        new Measuring.NewValue(
                                WATER,
                                PARTY,
                                Kind.ACHIEVED,
                                DAY,
                                new BigDecimal(value),
                                "bulletin",
                                shown,
                                reason));
    }

    private List<Reading> readings() {
        return basin.door(Measuring.class)
                .find(basin.office(), basin.region(), WATER)
                .orElseThrow()
                .revisions();
    }

    private byte[] sheet(Consumer<Sheet> edit) throws IOException {
        var bytes = Workbook.of(basin.door(MeasureSheets.class).export(unit));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                var out = new ByteArrayOutputStream()) {
            edit.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    private Imported read(byte[] bytes) {
        return basin.door(MeasureSheets.class).read(unit, bytes);
    }

    private static int row(Sheet sheet, String party) {
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            if (text(sheet, i, Column.INDICATOR).equals(WATER)
                    && text(sheet, i, Column.PARTY).equals(party)) {
                return i;
            }
        }
        throw new AssertionError("no row of " + party);
    }

    private static String text(Sheet sheet, int row, Column column) {
        return sheet.getRow(row).getCell(column.ordinal()).getStringCellValue();
    }

    private static void set(Sheet sheet, int row, Column column, String value) {
        sheet.getRow(row).getCell(column.ordinal()).setCellValue(value);
    }

    private String name() {
        var day = basin.ledger().today();
        return new Parties(basin.door(Compacts.class).inForce(basin.region(), day), day)
                .name(PARTY);
    }

    @Test
    void aWorkbookThatNobodyEditedChangesNothing() throws IOException {
        filled("basin-values");
        var before = readings();
        assertThat(read(sheet(s -> {}))).isEqualTo(new Imported.Done(0, 0, 1));
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    void aValueIsRevisedAndAnotherAdded() throws IOException {
        filled("basin-values-edit");
        var bytes =
                sheet(
                        s -> {
                            int at = row(s, name());
                            s.getRow(at).getCell(Column.VALUE.ordinal()).setCellValue(85.25);
                            set(s, at, Column.REASON, "final figure");
                            var row = s.createRow(s.getLastRowNum() + 1);
                            for (var column : Column.values()) {
                                row.createCell(column.ordinal());
                            }
                            set(s, row.getRowNum(), Column.INDICATOR, WATER);
                            set(s, row.getRowNum(), Column.PARTY, name());
                            set(s, row.getRowNum(), Column.KIND, "预计");
                            set(s, row.getRowNum(), Column.ON, "2026/12/31");
                            set(s, row.getRowNum(), Column.VALUE, "1,088.5");
                            set(s, row.getRowNum(), Column.SOURCE, "forecast");
                        });
        assertThat(read(bytes)).isEqualTo(new Imported.Done(1, 1, 0));
        assertThat(readings())
                .extracting(Reading::kind, r -> r.value().stripTrailingZeros(), Reading::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.DECIDED, new BigDecimal("1088.5"), ""),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ACHIEVED, new BigDecimal("85.25"), "final figure"),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ACHIEVED, new BigDecimal("84.5"), "checked"),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ACHIEVED, new BigDecimal("84"), ""));
    }

    @Test
    void everyFaultIsToldWithItsCellAndNothingIsChanged() throws IOException {
        filled("basin-values-bad");
        var before = readings();
        var bytes =
                sheet(
                        s -> {
                            int at = row(s, name());
                            for (int i = at + 1; i <= at + 3; i++) {
                                var row = s.createRow(i);
                                for (var column : Column.values()) {
                                    row.createCell(column.ordinal());
                                }
                                set(s, i, Column.INDICATOR, WATER);
                                set(s, i, Column.PARTY, name());
                                set(s, i, Column.KIND, "实际");
                            }
                            for (int i = at + 4; i <= s.getLastRowNum(); i++) {
                                s.removeRow(s.getRow(i));
                            }
                            set(s, at, Column.VALUE, "85");
                            set(s, at + 1, Column.PARTY, "天府市");
                            set(s, at + 1, Column.ON, "year's end");
                            set(s, at + 1, Column.VALUE, "much");
                            set(s, at + 2, Column.KIND, "wish");
                            set(s, at + 2, Column.ON, "2025-12-31");
                            set(s, at + 2, Column.VALUE, "1");
                            s.getRow(at + 3).getCell(Column.VALUE.ordinal()).setCellFormula("1+1");
                        });
        int[] at = new int[1];
        sheet(s -> at[0] = row(s, name()) + 1);
        assertThat(((Imported.Rejected) read(bytes)).faults())
                .containsExactlyInAnyOrder(
                        new CellFault("D" + (at[0] + 1), CellFault.PARTY, "天府市"),
                        new CellFault("F" + (at[0] + 1), CellFault.DAY, "year's end"),
                        new CellFault("G" + (at[0] + 1), CellFault.AMOUNT, "much"),
                        new CellFault("E" + (at[0] + 2), "measuring.sheet.kind", "wish"),
                        new CellFault("G" + (at[0] + 3), CellFault.FORMULA, "1+1"));
        assertThat(readings()).isEqualTo(before);
    }

    @Test
    void aRevisionWithoutANewReasonOrOfAnOlderValueTakesEverythingBack() throws IOException {
        filled("basin-values-back");
        var silent = sheet(s -> set(s, row(s, name()), Column.VALUE, "99"));
        assertThat(((Imported.Rejected) read(silent)).faults())
                .extracting(CellFault::key)
                .containsExactly("measuring.sheet.reason");
        var stale =
                sheet(
                        s -> {
                            set(s, row(s, name()), Column.VALUE, "99");
                            set(s, row(s, name()), Column.REASON, "mine");
                        });
        file("86", 2, "theirs");
        assertThat(((Imported.Rejected) read(stale)).faults())
                .extracting(CellFault::key)
                .containsExactly(CellFault.CHANGED_MEANWHILE);
        assertThat(readings()).hasSize(3);
    }

    @Test
    void aMemberEntersItsOwnValuesOnly() throws IOException {
        filled("basin-values-own");
        var mine =
                sheet(
                        s -> {
                            int at = row(s, name());
                            set(s, at, Column.VALUE, "85");
                            set(s, at, Column.REASON, "not mine");
                        });
        var other = basin.unit("990200/huanjing");
        assertThat(((Imported.Rejected) basin.door(MeasureSheets.class).read(other, mine)).faults())
                .extracting(CellFault::key)
                .containsExactly("measuring.refused.not-yours");
        assertThat(readings()).hasSize(2);
    }

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() throws IOException {
        filled("basin-values-doors");
        var sheets = basin.door(MeasureSheets.class);
        var doors = new DrivenDoors();
        doors.run("MeasureSheets.mayImport", () -> sheets.mayImport(unit));
        doors.run("MeasureSheets.export", () -> sheets.export(unit));
        var bytes =
                sheet(
                        s -> {
                            set(s, row(s, name()), Column.VALUE, "85");
                            set(s, row(s, name()), Column.REASON, "checked again");
                        });
        doors.run("MeasureSheets.read", () -> sheets.read(unit, bytes));
        doors.requireAll(List.of(MeasureSheets.class));
        assertThat(doors.wrote("MeasureSheets.read")).contains("ledger.measured");
    }
}
