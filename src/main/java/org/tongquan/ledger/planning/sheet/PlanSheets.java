package org.tongquan.ledger.planning.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.planning.sheet.CellFault.What;

/// The door: a plan's working copy as a workbook, and the edited workbook back.
@Service
public class PlanSheets {
    /// Larger files are refused unread.
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final Acting acting;
    private final Planning planning;
    private final Compacts compacts;
    private final Ledger ledger;

    PlanSheets(Acting acting, Planning planning, Compacts compacts, Ledger ledger) {
        this.acting = acting;
        this.planning = planning;
        this.compacts = compacts;
        this.ledger = ledger;
    }

    /// The workbook of a plan; empty when there is none in the actor's region.
    public Optional<byte[]> export(Actor actor, UUID plan) {
        return planning.find(actor, plan).map(p -> new SheetWriter(words(p)).write(p.items()));
    }

    private Words words(Plan plan) {
        var today = ledger.today();
        return new Words(compacts.inForce(plan.head().region(), today).orElseThrow(), today);
    }

    /// Reads an edited workbook into the working copy, in one transaction: all of it or nothing.
    public Imported read(Actor actor, UUID id, byte[] bytes) {
        var plan = planning.find(actor, id);
        if (plan.isEmpty()) {
            return new Imported.Refused(PlanFault.NOT_FOUND);
        }
        if (!Planning.mayChange(actor, plan.get())) {
            return new Imported.Refused(PlanFault.NOT_NOW);
        }
        if (bytes.length > MOST_BYTES) {
            return new Imported.Rejected(
                    List.of(new CellFault("", What.TOO_LARGE, Integer.toString(bytes.length))));
        }
        var reader = new SheetReader(words(plan.get()));
        var lines = reader.read(bytes);
        var faults = new ArrayList<>(reader.faults());
        var wanted = wanted(plan.get(), lines, faults);
        if (!faults.isEmpty()) {
            return new Imported.Rejected(faults);
        }
        try {
            return acting.as(actor, () -> keep(actor, id, wanted));
        } catch (Undone undone) {
            return new Imported.Rejected(undone.faults);
        }
    }

    /// What the rows ask for; a row that says the same asks for nothing.
    private static List<Wanted> wanted(
            Plan plan, List<SheetReader.Line> lines, List<CellFault> faults) {
        Map<String, PlanItem> present =
                plan.items().stream().collect(Collectors.toMap(PlanItem::id, Function.identity()));
        var wanted = new ArrayList<Wanted>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            var item = line.item();
            var cell = SheetReader.address(line.number() - 1, Column.ID);
            if (item.id().isEmpty()) {
                wanted.add(new Wanted(line.number(), item, true));
                continue;
            }
            var old = present.get(item.id());
            if (old == null) {
                faults.add(new CellFault(cell, What.UNKNOWN_ID, item.id()));
            } else if (!seen.add(item.id())) {
                faults.add(new CellFault(cell, What.TWICE, item.id()));
            } else if (!says(item, old)) {
                if (old.revision() != item.revision()) {
                    faults.add(new CellFault(cell, What.CHANGED_MEANWHILE, item.id()));
                }
                wanted.add(new Wanted(line.number(), item.atPlace(old.place()), false));
            }
        }
        return wanted;
    }

    private static boolean says(PlanItem item, PlanItem old) {
        return item.atPlace(old.place()).revised(old.revision()).equals(old);
    }

    private record Wanted(int row, PlanItem item, boolean isNew) {}

    private Imported keep(Actor actor, UUID plan, List<Wanted> wanted) {
        int same = planning.find(actor, plan).orElseThrow().items().size();
        var faults = new ArrayList<CellFault>();
        int added = 0;
        for (var one : wanted) {
            var answer =
                    one.isNew()
                            ? planning.add(actor, plan, one.item())
                            : planning.change(actor, plan, one.item());
            if (answer instanceof PlanAnswer.Refused(var refused)) {
                refused.forEach(f -> faults.add(fault(one.row(), f)));
            }
            added += one.isNew() ? 1 : 0;
        }
        if (!faults.isEmpty()) {
            throw new Undone(faults);
        }
        return new Imported.Done(wanted.size() - added, added, same - (wanted.size() - added));
    }

    private static CellFault fault(int row, PlanFault fault) {
        var column =
                switch (fault) {
                    case TEXT -> Column.TEXT;
                    case DAYS -> Column.DEADLINE;
                    case PARTIES -> Column.PARTIES;
                    case WEIGHT -> Column.WEIGHT;
                    case MILESTONES -> Column.MILESTONES;
                    case DEPENDS -> Column.DEPENDS;
                    case UNIT -> Column.LEAD;
                    default -> Column.ID;
                };
        return new CellFault(SheetReader.address(row - 1, column), What.ITEM, "", fault);
    }

    /// Takes the transaction back when a row was refused.
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<CellFault> faults;

        Undone(List<CellFault> faults) {
            super("rows were refused", null, false, false);
            this.faults = List.copyOf(faults);
        }
    }
}
