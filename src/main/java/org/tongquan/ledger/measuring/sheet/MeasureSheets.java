package org.tongquan.ledger.measuring.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.measuring.Filed;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Grid;
import org.tongquan.ledger.sheet.Imported;
import org.tongquan.ledger.sheet.Listing;

/// The door: the values that a body sees as a workbook, and the edited workbook back.
@Service
public class MeasureSheets {
    /// A workbook holds no more values.
    public static final int MOST_ROWS = 5_000;

    private static final String REFUSED = "measuring.refused.";

    private final Acting acting;
    private final Measuring measuring;
    private final Compacts compacts;
    private final Ledger ledger;

    MeasureSheets(Acting acting, Measuring measuring, Compacts compacts, Ledger ledger) {
        this.acting = acting;
        this.measuring = measuring;
        this.compacts = compacts;
        this.ledger = ledger;
    }

    /// Whether this body enters any value at all.
    public boolean mayImport(Actor actor) {
        var day = ledger.today();
        return compacts.inForce(actor.region(), day).stream()
                .flatMap(v -> v.parties(day).stream())
                .anyMatch(p -> measuring.mayFile(actor, p.id()));
    }

    /// The latest revision of every value, and a row to fill in for each member without any.
    public Listing export(Actor actor) {
        var rows = new Values(names(actor), measuring.list(actor, actor.region()));
        return rows.listing(p -> measuring.mayFile(actor, p), MOST_ROWS);
    }

    private Parties names(Actor actor) {
        var day = ledger.today();
        return new Parties(compacts.inForce(actor.region(), day), day);
    }

    /// Reads an edited workbook, in one transaction: all of it or nothing.
    public Imported read(Actor actor, byte[] bytes) {
        if (!mayImport(actor)) {
            return new Imported.Refused("measuring.sheet.closed");
        }
        var grid = Grid.read(bytes, Column.headings(), MOST_ROWS);
        var rows = new ValueRows(names(actor)).of(grid);
        var asked = new HashSet<String>();
        for (var row : rows) {
            if (!asked.add(row.key())) {
                row.fault(Column.ON, CellFault.TWICE, row.key());
            }
        }
        if (!grid.faults().isEmpty()) {
            return new Imported.Rejected(grid.faults());
        }
        try {
            return acting.as(actor, () -> keep(actor, grid, rows));
        } catch (Imported.Undone undone) {
            return undone.rejected();
        }
    }

    private Imported keep(Actor actor, Grid grid, List<ValueRows.Row> rows) {
        var present = present(actor);
        var changed = new ArrayList<ValueRows.Row>();
        for (var row : rows) {
            var old = present.get(row.key());
            if (old == null || !row.says(old)) {
                if (ask(row, old)) {
                    changed.add(row);
                }
            }
        }
        int added = 0;
        for (var row : changed) {
            added += row.revision() == 0 ? 1 : 0;
            if (measuring.file(actor, actor.region(), row.value())
                    instanceof Filed.Refused(var r)) {
                row.fault(column(r), REFUSED + r.word(), row.text(column(r)));
            }
        }
        if (!grid.faults().isEmpty()) {
            throw new Imported.Undone(grid.faults());
        }
        return new Imported.Done(changed.size() - added, added, rows.size() - changed.size());
    }

    /// Whether a row may be put to the door; otherwise its fault is told.
    private static boolean ask(ValueRows.Row row, @org.jspecify.annotations.Nullable Reading old) {
        int now = old == null ? 0 : old.revision();
        if (row.revision() != now) {
            var key = old == null ? "measuring.sheet.no-such-value" : CellFault.CHANGED_MEANWHILE;
            row.fault(Column.REVISION, key, row.key());
            return false;
        }
        var reason = row.value().reason();
        if (old != null && (reason.isBlank() || reason.equals(old.reason()))) {
            row.fault(Column.REASON, "measuring.sheet.reason", reason);
            return false;
        }
        return true;
    }

    private Map<String, Reading> present(Actor actor) {
        var present = new HashMap<String, Reading>();
        for (var sheet : measuring.list(actor, actor.region())) {
            for (var row : sheet.rows()) {
                row.readings().forEach(r -> present.put(ValueRows.key(r), r));
            }
        }
        return present;
    }

    private static Column column(Filed.Reason reason) {
        return switch (reason) {
            case NOT_YOURS -> Column.PARTY;
            case NOT_FOUND -> Column.INDICATOR;
            case VALUE, SAME -> Column.VALUE;
            case DAY -> Column.ON;
            case TEXT -> Column.SOURCE;
            case CHANGED -> Column.REVISION;
        };
    }
}
