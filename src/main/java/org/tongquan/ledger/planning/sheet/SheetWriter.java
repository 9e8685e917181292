package org.tongquan.ledger.planning.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tongquan.ledger.planning.PlanItem;

/// Writes the items of a plan as a workbook.
final class SheetWriter {
    static final String ITEMS = "事项 Items";
    private static final String HINTS = "说明 Notes";
    private static final int CHARACTER = 256;
    private static final int MOST_WIDTH = 120;

    private static final List<String> LINES =
            List.of(
                    "修改后在计划页面“导入”。未改动的行不产生任何变化；有任何错误时，全部不导入并列出单元格。",
                    "新增事项：编号和版本留空。缺少的行不会被删除，请在页面上删除。",
                    "日期写作 2026-06-30。成员、牵头单位、前置事项用顿号分隔。配合单位每行一个，写作“单位：分工”。",
                    "节点每行一个，写作“2026-06-30 50% 说明”。编号、版本两列请勿修改。",
                    "Edit, then import on the plan's page. Rows not edited change nothing; with any"
                            + " fault nothing is imported and the cells are named.",
                    "A new item has neither ID nor revision. Rows left out are not removed.",
                    "Days as 2026-06-30; members, lead units and items waited for separated by 、;"
                            + " one cooperating unit a line as unit：work; one milestone a line as"
                            + " 2026-06-30 50% text.");

    private final Words words;

    SheetWriter(Words words) {
        this.words = words;
    }

    byte[] write(List<PlanItem> items) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(ITEMS);
            heading(book, sheet);
            var plain = style(book, "@");
            var day = style(book, "yyyy-mm-dd");
            for (int i = 0; i < items.size(); i++) {
                row(sheet.createRow(i + 1), items.get(i), plain, day);
            }
            var hints = book.createSheet(HINTS);
            hints.setColumnWidth(0, MOST_WIDTH * CHARACTER);
            for (int i = 0; i < LINES.size(); i++) {
                hints.createRow(i).createCell(0).setCellValue(LINES.get(i));
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle style(XSSFWorkbook book, String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void heading(XSSFWorkbook book, Sheet sheet) {
        var bold = book.createFont();
        bold.setBold(true);
        var style = book.createCellStyle();
        style.setFont(bold);
        style.setWrapText(true);
        style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        var row = sheet.createRow(0);
        for (var column : Column.values()) {
            var cell = row.createCell(column.ordinal());
            cell.setCellValue(column.heading());
            cell.setCellStyle(style);
            sheet.setColumnWidth(column.ordinal(), column.width() * CHARACTER);
        }
        sheet.createFreezePane(Column.TEXT_EN.ordinal(), 1);
    }

    private void row(Row row, PlanItem item, CellStyle plain, CellStyle day) {
        for (var column : Column.values()) {
            var cell = row.createCell(column.ordinal());
            cell.setCellStyle(plain);
            switch (column) {
                case ID -> cell.setCellValue(item.id());
                case REVISION -> cell.setCellValue(Integer.toString(item.revision()));
                case PARENT -> cell.setCellValue(item.parent());
                case TEXT -> cell.setCellValue(item.textZh());
                case TEXT_EN -> cell.setCellValue(item.textEn());
                case CATEGORY -> cell.setCellValue(words.category(item.category()));
                case START -> day(cell, day, item.start());
                case DEADLINE -> day(cell, day, item.deadline());
                case PARTIES -> cell.setCellValue(words.parties(item.parties()));
                case LEAD -> cell.setCellValue(units(item.lead()));
                case SHARES -> cell.setCellValue(shares(item));
                case RESPONSIBLE -> cell.setCellValue(item.responsible());
                case WEIGHT -> cell.setCellValue(item.weight());
                case MILESTONES -> cell.setCellValue(milestones(item));
                case DEPENDS -> cell.setCellValue(String.join("、", item.depends()));
            }
        }
    }

    private static void day(Cell cell, CellStyle style, java.time.LocalDate day) {
        cell.setCellStyle(style);
        cell.setCellValue(day);
    }

    private String units(List<String> ids) {
        return ids.stream().map(words::unit).collect(Collectors.joining("、"));
    }

    private String shares(PlanItem item) {
        return item.shares().stream()
                .map(s -> words.unit(s.unit()) + (s.work().isEmpty() ? "" : "：" + s.work()))
                .collect(Collectors.joining("\n"));
    }

    private static String milestones(PlanItem item) {
        return item.milestones().stream()
                .map(m -> (m.due() + " " + m.percent() + "% " + m.text()).strip())
                .collect(Collectors.joining("\n"));
    }
}
