package org.tongquan.ledger.planning.sheet;

import java.util.List;

/// What became of a workbook that was read into a plan.
public sealed interface Imported {
    /// All of it is in the plan.
    record Done(int changed, int added, int same) implements Imported {}

    /// Nothing was changed.
    record Rejected(List<CellFault> faults) implements Imported {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /// The acting body may not change the plan now, or there is none.
    record Refused(org.tongquan.ledger.planning.PlanFault fault) implements Imported {}
}
