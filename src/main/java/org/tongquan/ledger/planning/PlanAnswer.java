package org.tongquan.ledger.planning;

import java.util.List;
import java.util.UUID;

/// What became of a wish to do something with a plan.
public sealed interface PlanAnswer {
    /// Done.
    ///
    /// @param id of what was made or changed
    record Done(UUID id) implements PlanAnswer {}

    /// Nothing was changed.
    record Refused(List<PlanFault> faults) implements PlanAnswer {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused of(PlanFault fault) {
            return new Refused(List.of(fault));
        }
    }
}
