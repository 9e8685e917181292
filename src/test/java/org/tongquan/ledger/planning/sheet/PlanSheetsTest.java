package org.tongquan.ledger.planning.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Grid;
import org.tongquan.ledger.sheet.Imported;

/// A plan goes out as a workbook and comes back: unchanged, changed, or wrong.
@HouseTest
class PlanSheetsTest {
    @Autowired private ApplicationContext house;

    private Basin basin;
    private UUID plan;

    private void drawn(String region) {
        basin = new Basin(house, region);
        int year = basin.ledger().today().getYear();
        var answer = basin.door(Planning.class).draw(basin.office(), year, "plan of the year");
        plan = ((PlanAnswer.Done) answer).id();
    }

    private List<PlanItem> items() {
        return basin.door(Planning.class).find(basin.office(), plan).orElseThrow().items();
    }

    private byte[] sheet(Consumer<Sheet> edit) throws IOException {
        var bytes = basin.door(PlanSheets.class).export(basin.office(), plan).orElseThrow();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
                var out = new ByteArrayOutputStream()) {
            edit.accept(book.getSheetAt(0));
            book.write(out);
            return out.toByteArray();
        }
    }

    private Imported read(byte[] bytes) {
        return basin.door(PlanSheets.class).read(basin.office(), plan, bytes);
    }

    private static void set(Sheet sheet, int row, Column column, String value) {
        sheet.getRow(row).getCell(column.ordinal()).setCellValue(value);
    }

    @Test
    void aWorkbookThatNobodyEditedChangesNothing() throws IOException {
        drawn("basin-sheet");
        var before = items();
        assertThat(read(sheet(s -> {}))).isEqualTo(new Imported.Done(0, 0, before.size()));
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void editedRowsAreChangedNewOnesAddedAndTheOthersLeft() throws IOException {
        drawn("basin-sheet-edit");
        int size = items().size();
        var first = items().getFirst();
        var bytes =
                sheet(
                        s -> {
                            set(s, 1, Column.TEXT, "改过的文字");
                            set(s, 1, Column.MILESTONES, first.deadline() + " 100% 完成");
                            var row = s.createRow(size + 1);
                            for (var column : Column.values()) {
                                row.createCell(column.ordinal());
                            }
                            set(s, size + 1, Column.TEXT, "新增的事项");
                            set(s, size + 1, Column.START, first.start().toString());
                            set(s, size + 1, Column.DEADLINE, first.deadline().toString());
                            set(s, size + 1, Column.PARTIES, "柳桥县");
                            set(s, size + 1, Column.WEIGHT, "3");
                        });
        assertThat(read(bytes)).isEqualTo(new Imported.Done(1, 1, size - 1));
        assertThat(items().getFirst().textZh()).isEqualTo("改过的文字");
        assertThat(items().getFirst().milestones()).hasSize(1);
        assertThat(items().getLast())
                .extracting(PlanItem::textZh, PlanItem::parties, PlanItem::weight)
                .containsExactly("新增的事项", List.of("990321"), 3);
        assertThat(items().getLast().deadline()).isEqualTo(first.deadline());
    }

    @Test
    void everyFaultIsToldWithItsCellAndNothingIsChanged() throws IOException {
        drawn("basin-sheet-bad");
        var before = items();
        var bytes =
                sheet(
                        s -> {
                            set(s, 1, Column.DEADLINE, "next summer");
                            set(s, 1, Column.PARTIES, "柳桥县、天府市");
                            set(s, 2, Column.LEAD, "不存在局");
                            set(s, 2, Column.WEIGHT, "three");
                            set(s, 2, Column.MILESTONES, "2026-02-30 50%");
                            set(s, 3, Column.ID, "2026-999");
                            s.getRow(3).getCell(Column.RESPONSIBLE.ordinal()).setCellFormula("1+1");
                        });
        var faults = ((Imported.Rejected) read(bytes)).faults();
        assertThat(faults)
                .containsExactlyInAnyOrder(
                        new CellFault("H2", CellFault.DAY, "next summer"),
                        new CellFault("I2", CellFault.PARTY, "天府市"),
                        new CellFault("J3", SheetReader.UNIT, "不存在局"),
                        new CellFault("M3", CellFault.NUMBER, "three"),
                        new CellFault("N3", SheetReader.MILESTONE, "2026-02-30 50%"),
                        new CellFault("L4", CellFault.FORMULA, "1+1"),
                        new CellFault("A4", "planning.sheet.unknown-id", "2026-999"));
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void whatThePlanItselfRefusesTakesEverythingBack() throws IOException {
        drawn("basin-sheet-back");
        var before = items();
        var bytes =
                sheet(
                        s -> {
                            set(s, 1, Column.TEXT, "this row would be fine");
                            set(s, 2, Column.WEIGHT, "900");
                            set(s, 3, Column.ID, before.get(1).id());
                        });
        assertThat(((Imported.Rejected) read(bytes)).faults())
                .containsExactly(new CellFault("A4", CellFault.TWICE, before.get(1).id()));
        var heavy =
                sheet(
                        s -> {
                            set(s, 1, Column.TEXT, "this row would be fine");
                            set(s, 2, Column.WEIGHT, "900");
                        });
        assertThat(((Imported.Rejected) read(heavy)).faults())
                .containsExactly(
                        new CellFault("M3", "planning.fault." + PlanFault.WEIGHT.word(), ""));
        assertThat(items()).isEqualTo(before);
    }

    @Test
    void aRowThatSomebodyElseChangedMeanwhileIsNotOverwritten() throws IOException {
        drawn("basin-sheet-two");
        var old = sheet(s -> set(s, 1, Column.TEXT, "mine"));
        var first = items().getFirst();
        basin.door(Planning.class)
                .change(basin.office(), plan, first.due(first.deadline(), List.of()));
        assertThat(((Imported.Rejected) read(old)).faults())
                .containsExactly(new CellFault("A2", CellFault.CHANGED_MEANWHILE, first.id()));
        assertThat(items().getFirst().textZh()).isEqualTo(first.textZh());
    }

    @Test
    void whatIsNoWorkbookIsRefusedInOneSentence() {
        drawn("basin-sheet-none");
        assertThat(read("PK no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(
                        new Imported.Rejected(
                                List.of(new CellFault("", CellFault.NO_WORKBOOK, ""))));
        assertThat(read(new byte[Grid.MOST_BYTES + 1])).isInstanceOf(Imported.Rejected.class);
    }

    @Test
    void onlyWhoMayChangeThePlanImportsAndAnotherRegionSeesNone() throws IOException {
        drawn("basin-sheet-who");
        var bytes = sheet(s -> set(s, 1, Column.TEXT, "not mine to change"));
        var sheets = basin.door(PlanSheets.class);
        assertThat(sheets.read(basin.unit("990321/shuili"), plan, bytes))
                .isEqualTo(new Imported.Refused("planning.fault." + PlanFault.NOT_NOW.word()));
        var other = new Basin(house, "basin-sheet-other");
        assertThat(sheets.read(other.office(), plan, bytes))
                .isEqualTo(new Imported.Refused("planning.fault." + PlanFault.NOT_FOUND.word()));
        assertThat(sheets.export(other.office(), plan)).isEmpty();
        assertThat(items().getFirst().deadline()).isAfter(LocalDate.EPOCH);
    }

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() throws IOException {
        drawn("basin-sheet-doors");
        var sheets = basin.door(PlanSheets.class);
        var doors = new DrivenDoors();
        doors.run("PlanSheets.export", () -> sheets.export(basin.office(), plan));
        var bytes = sheet(s -> set(s, 1, Column.TEXT, "another"));
        doors.run("PlanSheets.read", () -> sheets.read(basin.office(), plan, bytes));
        doors.requireAll(List.of(PlanSheets.class));
        assertThat(doors.wrote("PlanSheets.read")).contains("ledger.plan_item");
    }
}
