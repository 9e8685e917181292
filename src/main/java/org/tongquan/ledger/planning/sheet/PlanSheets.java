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
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Imported;

/// The door: a plan's working copy as a workbook, and the edited workbook back.
@Service
public class PlanSheets {
    private static final String UNKNOWN_ID = "planning.sheet.unknown-id";
    private static final String FAULT = "planning.fault.";

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
            return refused(PlanFault.NOT_FOUND);
        }
        if (!Planning.mayChange(actor, plan.get())) {
            return refused(PlanFault.NOT_NOW);
        }
        var reader = new SheetReader(words(plan.get()), bytes);
        var wanted = wanted(plan.get(), reader.read());
        if (!reader.faults().isEmpty()) {
            return new Imported.Rejected(reader.faults());
        }
        try {
            return acting.as(actor, () -> keep(actor, id, wanted));
        } catch (Imported.Undone undone) {
            return undone.rejected();
        }
    }

    private static Imported refused(PlanFault fault) {
        return new Imported.Refused(FAULT + fault.word());
    }

    /// What the rows ask for; a row that says the same asks for nothing.
    private static List<Wanted> wanted(Plan plan, List<SheetReader.Line> lines) {
        Map<String, PlanItem> present =
                plan.items().stream().collect(Collectors.toMap(PlanItem::id, Function.identity()));
        var wanted = new ArrayList<Wanted>();
        var seen = new HashSet<String>();
        for (var line : lines) {
            var item = line.item();
            if (item.id().isEmpty()) {
                wanted.add(new Wanted(line, item, true));
                continue;
            }
            var old = present.get(item.id());
            if (old == null) {
                line.fault(Column.ID, UNKNOWN_ID, item.id());
            } else if (!seen.add(item.id())) {
                line.fault(Column.ID, CellFault.TWICE, item.id());
            } else if (!says(item, old)) {
                if (old.revision() != item.revision()) {
                    line.fault(Column.ID, CellFault.CHANGED_MEANWHILE, item.id());
                }
                wanted.add(new Wanted(line, item.atPlace(old.place()), false));
            }
        }
        return wanted;
    }

    private static boolean says(PlanItem item, PlanItem old) {
        return item.atPlace(old.place()).revised(old.revision()).equals(old);
    }

    private record Wanted(SheetReader.Line line, PlanItem item, boolean isNew) {}

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
                refused.forEach(f -> faults.add(fault(one.line(), f)));
            }
            added += one.isNew() ? 1 : 0;
        }
        if (!faults.isEmpty()) {
            throw new Imported.Undone(faults);
        }
        return new Imported.Done(wanted.size() - added, added, same - (wanted.size() - added));
    }

    private static CellFault fault(SheetReader.Line line, PlanFault fault) {
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
        return line.faulty(column, FAULT + fault.word());
    }
}
