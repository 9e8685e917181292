package org.tongquan.ledger.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The first sheet of an edited workbook, with every fault of it by cell.
public final class Grid {
    /// Larger files are refused unread.
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /// Further faults are not told; the first ones say what to mend.
    private static final int MOST_FAULTS = 200;

    private static final int MOST_CELL = 8_000;

    /// Longer numbers are slips.
    private static final int MOST_DIGITS = 40;

    private final Set<CellFault> faults = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();

    private Grid() {}

    /// Reads a workbook whose first row holds the headings, in their order. The rows without any
    /// text are passed over.
    public static Grid read(byte[] bytes, List<Heading> headings, int mostRows) {
        var grid = new Grid();
        if (bytes.length > MOST_BYTES || !Unpacked.isModest(bytes)) {
            grid.fault("", CellFault.TOO_LARGE, Integer.toString(bytes.length));
            return grid;
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getNumberOfSheets() == 0 ? null : book.getSheetAt(0);
            if (sheet == null || !grid.headings(sheet.getRow(0), headings)) {
                return grid;
            }
            if (sheet.getLastRowNum() > mostRows) {
                grid.fault("", CellFault.TOO_LARGE, Integer.toString(sheet.getLastRowNum()));
                return grid;
            }
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                var row = sheet.getRow(i);
                if (row != null) {
                    grid.line(row, headings.size());
                }
            }
        } catch (IOException | RuntimeException e) {
            // a damaged file makes the library throw whatever it meets first
            grid.faults.clear();
            grid.lines.clear();
            grid.fault("", CellFault.NO_WORKBOOK, "");
        }
        return grid;
    }

    private boolean headings(@Nullable Row row, List<Heading> headings) {
        for (int i = 0; i < headings.size(); i++) {
            var cell = row == null ? null : row.getCell(i);
            var found = cell == null ? "" : plain(cell);
            if (!found.equals(headings.get(i).text())) {
                fault(address(0, i), CellFault.HEADING, headings.get(i).text());
            }
        }
        return faults.isEmpty();
    }

    private void line(Row row, int columns) {
        var texts = new ArrayList<String>(columns);
        var days = new ArrayList<Optional<LocalDate>>(columns);
        for (int i = 0; i < columns; i++) {
            var cell = row.getCell(i);
            texts.add(cell == null ? "" : text(cell));
            boolean isDay =
                    cell != null
                            && cell.getCellType() == CellType.NUMERIC
                            && DateUtil.isCellDateFormatted(cell);
            days.add(
                    isDay
                            ? Optional.of(cell.getLocalDateTimeCellValue().toLocalDate())
                            : Optional.empty());
        }
        if (texts.stream().anyMatch(t -> !t.isEmpty())) {
            lines.add(new Line(row.getRowNum(), texts, days));
        }
    }

    private String text(org.apache.poi.ss.usermodel.Cell cell) {
        var at = address(cell.getRowIndex(), cell.getColumnIndex());
        if (cell.getCellType() == CellType.FORMULA) {
            fault(at, CellFault.FORMULA, cell.getCellFormula());
            return "";
        }
        var text = plain(cell);
        if (text.length() > MOST_CELL) {
            fault(at, CellFault.TOO_LARGE, Integer.toString(text.length()));
            return "";
        }
        return text;
    }

    private static String plain(org.apache.poi.ss.usermodel.Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().replace("\r\n", "\n").strip();
            case NUMERIC -> number(cell.getNumericCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case FORMULA, BLANK, ERROR, _NONE -> "";
        };
    }

    /// The shortest decimal that is this number, as Excel shows it.
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /// What is wrong so far; reading a cell of a line may add to it.
    public List<CellFault> faults() {
        return List.copyOf(faults);
    }

    public void fault(String cell, String key, String value) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new CellFault(cell, key, value));
        }
    }

    private static String address(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /// One row that holds something. Columns count from 0.
    public final class Line {
        private final int row;
        private final List<String> texts;
        private final List<Optional<LocalDate>> days;

        private Line(int row, List<String> texts, List<Optional<LocalDate>> days) {
            this.row = row;
            this.texts = texts;
            this.days = days;
        }

        /// As Excel names the cell, such as `C7`.
        public String address(int column) {
            return Grid.address(row, column);
        }

        public void fault(int column, String key, String value) {
            Grid.this.fault(address(column), key, value);
        }

        /// Without the spaces around it; empty for an empty cell.
        public String text(int column) {
            return texts.get(column);
        }

        /// A day, written as a day or as text; otherwise a fault.
        public Optional<LocalDate> day(int column) {
            if (days.get(column).isPresent()) {
                return days.get(column);
            }
            var day = day(text(column));
            if (day.isEmpty()) {
                fault(column, CellFault.DAY, text(column));
            }
            return day;
        }

        /// A day written as text.
        public static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text.replace('/', '-')));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        /// A whole number of up to six digits; otherwise a fault.
        public Optional<Integer> number(int column) {
            if (text(column).matches("[0-9]{1,6}")) {
                return Optional.of(Integer.parseInt(text(column)));
            }
            fault(column, CellFault.NUMBER, text(column));
            return Optional.empty();
        }

        /// Any number, with or without commas between thousands; otherwise a fault.
        public Optional<BigDecimal> amount(int column) {
            var plain = text(column).replace(",", "");
            if (plain.length() <= MOST_DIGITS && plain.matches("-?[0-9]+(\\.[0-9]+)?")) {
                return Optional.of(new BigDecimal(plain));
            }
            fault(column, CellFault.AMOUNT, text(column));
            return Optional.empty();
        }
    }
}
