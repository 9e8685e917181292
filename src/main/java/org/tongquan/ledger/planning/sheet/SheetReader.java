package org.tongquan.ledger.planning.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Grid;
import org.tongquan.ledger.standing.Milestone;

/// Reads the rows of a workbook; collects every fault with its cell. One reader for each workbook.
final class SheetReader {
    static final String UNIT = "planning.sheet.unit";
    static final String CATEGORY = "planning.sheet.category";
    static final String MILESTONE = "planning.sheet.milestone";

    private static final Pattern POINT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\s+([0-9]{1,3})\\s*[%％]\\s*(.*)");
    private static final int WHOLE = 100;
    private static final String LIST = "[、,，;；\\n]+";

    private final Words words;
    private final Grid grid;

    SheetReader(Words words, byte[] bytes) {
        this.words = words;
        this.grid = Grid.read(bytes, Column.headings(), Planning.MOST_ITEMS);
    }

    /// A row as it was read.
    ///
    /// @param item its id is empty for a new one
    record Line(Grid.Line row, PlanItem item) {
        void fault(Column column, String key, String value) {
            row.fault(column.ordinal(), key, value);
        }

        CellFault faulty(Column column, String key) {
            return new CellFault(row.address(column.ordinal()), key, "");
        }
    }

    List<CellFault> faults() {
        return grid.faults();
    }

    List<Line> read() {
        var lines = new ArrayList<Line>();
        for (var row : grid.lines()) {
            int before = grid.faults().size();
            var item = item(row);
            if (grid.faults().size() == before) {
                lines.add(new Line(row, item));
            }
        }
        return lines;
    }

    private PlanItem item(Grid.Line row) {
        return new PlanItem(
                text(row, Column.ID),
                1,
                text(row, Column.ID).isEmpty() ? 1 : number(row, Column.REVISION),
                text(row, Column.PARENT),
                text(row, Column.TEXT),
                text(row, Column.TEXT_EN),
                named(row, Column.CATEGORY, CATEGORY, words::categoryId).stream()
                        .findFirst()
                        .orElse(""),
                day(row, Column.START),
                day(row, Column.DEADLINE),
                named(row, Column.PARTIES, CellFault.PARTY, words::partyId),
                named(row, Column.LEAD, UNIT, words::unitId),
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

    private static List<String> named(
            Grid.Line row, Column column, String key, Function<String, Optional<String>> find) {
        var ids = new ArrayList<String>();
        for (var name : parts(text(row, column), LIST)) {
            find.apply(name).ifPresentOrElse(ids::add, () -> fault(row, column, key, name));
        }
        return ids;
    }

    private List<PlanItem.Share> shares(Grid.Line row) {
        var shares = new ArrayList<PlanItem.Share>();
        for (var line : parts(text(row, Column.SHARES), "\\n")) {
            int colon = Math.max(line.indexOf('：'), line.indexOf(':'));
            var name = (colon < 0 ? line : line.substring(0, colon)).strip();
            var work = colon < 0 ? "" : line.substring(colon + 1).strip();
            words.unitId(name)
                    .ifPresentOrElse(
                            id -> shares.add(new PlanItem.Share(id, work)),
                            () -> fault(row, Column.SHARES, UNIT, name));
        }
        return shares;
    }

    private static List<Milestone> milestones(Grid.Line row) {
        var milestones = new ArrayList<Milestone>();
        for (var line : parts(text(row, Column.MILESTONES), "\\n")) {
            var found = POINT.matcher(line);
            var due = found.matches() ? Grid.Line.day(found.group(1)) : Optional.<LocalDate>empty();
            int percent = found.matches() ? Integer.parseInt(found.group(2)) : 0;
            if (due.isEmpty() || percent < 1 || percent > WHOLE) {
                fault(row, Column.MILESTONES, MILESTONE, line);
            } else {
                milestones.add(new Milestone(due.get(), percent, found.group(3)));
            }
        }
        return milestones;
    }

    private static String text(Grid.Line row, Column column) {
        return row.text(column.ordinal());
    }

    private static LocalDate day(Grid.Line row, Column column) {
        return row.day(column.ordinal()).orElse(LocalDate.EPOCH);
    }

    private static int number(Grid.Line row, Column column) {
        return row.number(column.ordinal()).orElse(1);
    }

    private static void fault(Grid.Line row, Column column, String key, String value) {
        row.fault(column.ordinal(), key, value);
    }
}
