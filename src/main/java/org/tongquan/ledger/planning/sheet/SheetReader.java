package org.tongquan.ledger.planning.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.planning.sheet.CellFault.What;
import org.tongquan.ledger.standing.Milestone;

/// Reads the rows of a workbook; collects every fault with its cell. One reader for each workbook.
final class SheetReader {
    private static final Pattern MILESTONE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\s+([0-9]{1,3})\\s*[%％]\\s*(.*)");
    private static final int WHOLE = 100;
    private static final String LIST = "[、,，;；\\n]+";

    /// Further faults are not told; the first ones say what to mend.
    private static final int MOST_FAULTS = 200;

    private static final int MOST_CELL = 8_000;

    private final Words words;
    private final Set<CellFault> faults = new LinkedHashSet<>();

    SheetReader(Words words) {
        this.words = words;
    }

    /// A row as it was read.
    ///
    /// @param number of the row as Excel counts
    /// @param item its id is empty for a new one
    record Line(int number, PlanItem item) {}

    List<CellFault> faults() {
        return List.copyOf(faults);
    }

    List<Line> read(byte[] bytes) {
        if (!Unpacked.isModest(bytes)) {
            fault("", What.TOO_LARGE, "");
            return List.of();
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getNumberOfSheets() == 0 ? null : book.getSheetAt(0);
            if (sheet == null || !headings(sheet.getRow(0))) {
                return List.of();
            }
            if (sheet.getLastRowNum() > Planning.MOST_ITEMS) {
                fault("", What.TOO_LARGE, Integer.toString(sheet.getLastRowNum()));
                return List.of();
            }
            var lines = new ArrayList<Line>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                if (row != null && !isEmpty(row)) {
                    int before = faults.size();
                    var item = item(row);
                    if (faults.size() == before) {
                        lines.add(new Line(i + 1, item));
                    }
                }
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            // a damaged file makes the library throw whatever it meets first
            faults.clear();
            fault("", What.NO_WORKBOOK, "");
            return List.of();
        }
    }

    private boolean headings(@org.jspecify.annotations.Nullable Row row) {
        for (var column : Column.values()) {
            var cell = row == null ? null : row.getCell(column.ordinal());
            var found = cell == null ? "" : plain(cell);
            if (!found.equals(column.heading())) {
                fault(address(0, column), What.HEADING, column.heading());
            }
        }
        return faults.isEmpty();
    }

    private boolean isEmpty(Row row) {
        return Arrays.stream(Column.values()).allMatch(c -> text(row, c).isEmpty());
    }

    private PlanItem item(Row row) {
        return new PlanItem(
                text(row, Column.ID),
                1,
                text(row, Column.ID).isEmpty() ? 1 : number(row, Column.REVISION),
                text(row, Column.PARENT),
                text(row, Column.TEXT),
                text(row, Column.TEXT_EN),
                named(row, Column.CATEGORY, What.CATEGORY, words::categoryId).stream()
                        .findFirst()
                        .orElse(""),
                day(row, Column.START),
                day(row, Column.DEADLINE),
                named(row, Column.PARTIES, What.PARTY, words::partyId),
                named(row, Column.LEAD, What.UNIT, words::unitId),
                shares(row),
                text(row, Column.RESPONSIBLE),
                number(row, Column.WEIGHT),
                milestones(row),
                parts(text(row, Column.DEPENDS), LIST));
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private List<String> named(
            Row row, Column column, What what, Function<String, Optional<String>> find) {
        var ids = new ArrayList<String>();
        for (var name : parts(text(row, column), LIST)) {
            find.apply(name)
                    .ifPresentOrElse(ids::add, () -> fault(address(row, column), what, name));
        }
        return ids;
    }

    private List<PlanItem.Share> shares(Row row) {
        var shares = new ArrayList<PlanItem.Share>();
        for (var line : parts(text(row, Column.SHARES), "\\n")) {
            int colon = Math.max(line.indexOf('：'), line.indexOf(':'));
            var name = (colon < 0 ? line : line.substring(0, colon)).strip();
            var work = colon < 0 ? "" : line.substring(colon + 1).strip();
            words.unitId(name)
                    .ifPresentOrElse(
                            id -> shares.add(new PlanItem.Share(id, work)),
                            () -> fault(address(row, Column.SHARES), What.UNIT, name));
        }
        return shares;
    }

    private List<Milestone> milestones(Row row) {
        var milestones = new ArrayList<Milestone>();
        for (var line : parts(text(row, Column.MILESTONES), "\\n")) {
            var found = MILESTONE.matcher(line);
            var due = found.matches() ? day(found.group(1)) : Optional.<LocalDate>empty();
            int percent = found.matches() ? Integer.parseInt(found.group(2)) : 0;
            if (due.isEmpty() || percent < 1 || percent > WHOLE) {
                fault(address(row, Column.MILESTONES), What.MILESTONE, line);
            } else {
                milestones.add(new Milestone(due.get(), percent, found.group(3)));
            }
        }
        return milestones;
    }

    private LocalDate day(Row row, Column column) {
        var cell = row.getCell(column.ordinal());
        if (cell != null
                && cell.getCellType() == CellType.NUMERIC
                && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate();
        }
        var text = text(row, column);
        return day(text)
                .orElseGet(
                        () -> {
                            fault(address(row, column), What.DAY, text);
                            return LocalDate.EPOCH;
                        });
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.replace('/', '-')));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private int number(Row row, Column column) {
        var text = text(row, column);
        if (text.matches("[0-9]{1,6}")) {
            return Integer.parseInt(text);
        }
        fault(address(row, column), What.NUMBER, text);
        return 1;
    }

    private String text(Row row, Column column) {
        var cell = row.getCell(column.ordinal());
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.FORMULA) {
            fault(address(row, column), What.FORMULA, cell.getCellFormula());
            return "";
        }
        var text = plain(cell);
        if (text.length() > MOST_CELL) {
            fault(address(row, column), What.TOO_LARGE, Integer.toString(text.length()));
            return "";
        }
        return text;
    }

    private static String plain(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().replace("\r\n", "\n").strip();
            case NUMERIC -> number(cell.getNumericCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case FORMULA, BLANK, ERROR, _NONE -> "";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void fault(String cell, What what, String value) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new CellFault(cell, what, value));
        }
    }

    private static String address(Row row, Column column) {
        return address(row.getRowNum(), column);
    }

    static String address(int row, Column column) {
        return new CellReference(row, column.ordinal()).formatAsString();
    }
}
