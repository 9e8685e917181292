package org.tongquan.ledger.measuring.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.measuring.Reading.Kind;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Grid;

/// Reads the rows of an edited workbook as values to be entered.
final class ValueRows {
    private final Parties parties;

    ValueRows(Parties parties) {
        this.parties = parties;
    }

    /// A row as it was read; its value carries the revision that the row shows.
    record Row(Grid.Line line, Measuring.NewValue value) {
        int revision() {
            return value.shown();
        }

        String key() {
            return ValueRows.key(value.indicator(), value.party(), value.kind(), value.on());
        }

        boolean says(Reading old) {
            return value.value().compareTo(old.value()) == 0 && value.source().equals(old.source());
        }

        String text(Column column) {
            return line.text(column.ordinal());
        }

        void fault(Column column, String key, String text) {
            line.fault(column.ordinal(), key, text);
        }
    }

    static String key(Reading of) {
        return key(of.indicator(), of.party(), of.kind(), of.on());
    }

    private static String key(String indicator, String party, Kind kind, Object on) {
        return String.join(" ", indicator, party, kind.word(), on.toString());
    }

    /// The rows without fault; a row that names neither day nor value is passed over.
    List<Row> of(Grid grid) {
        var rows = new ArrayList<Row>();
        for (var line : grid.lines()) {
            if (!text(line, Column.ON).isEmpty()
                    || !text(line, Column.VALUE).isEmpty()
                    || !text(line, Column.REVISION).isEmpty()) {
                value(line).ifPresent(v -> rows.add(new Row(line, v)));
            }
        }
        return rows;
    }

    private Optional<Measuring.NewValue> value(Grid.Line line) {
        var party = parties.id(text(line, Column.PARTY));
        if (party.isEmpty()) {
            line.fault(Column.PARTY.ordinal(), CellFault.PARTY, text(line, Column.PARTY));
        }
        var kind = kind(line);
        var on = line.day(Column.ON.ordinal());
        var value = line.amount(Column.VALUE.ordinal());
        var revision =
                text(line, Column.REVISION).isEmpty()
                        ? Optional.of(0)
                        : line.number(Column.REVISION.ordinal());
        if (party.isEmpty()
                || kind.isEmpty()
                || on.isEmpty()
                || value.isEmpty()
                || revision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Measuring.NewValue(
                        text(line, Column.INDICATOR),
                        party.get(),
                        kind.get(),
                        on.get(),
                        value.get(),
                        text(line, Column.SOURCE),
                        revision.get(),
                        text(line, Column.REASON)));
    }

    private static Optional<Kind> kind(Grid.Line line) {
        var text = text(line, Column.KIND);
        if (text.equals(Values.ACHIEVED) || text.equals(Kind.ACHIEVED.word())) {
            return Optional.of(Kind.ACHIEVED);
        }
        if (text.equals(Values.DECIDED) || text.equals(Kind.DECIDED.word())) {
            return Optional.of(Kind.DECIDED);
        }
        line.fault(Column.KIND.ordinal(), "measuring.sheet.kind", text);
        return Optional.empty();
    }

    private static String text(Grid.Line line, Column column) {
        return line.text(column.ordinal());
    }
}
