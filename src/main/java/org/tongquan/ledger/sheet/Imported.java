package org.tongquan.ledger.sheet;

import java.util.List;

/// What became of an edited workbook.
public sealed interface Imported {
    /// All of it was taken in.
    record Done(int changed, int added, int same) implements Imported {}

    /// Nothing was changed.
    record Rejected(List<CellFault> faults) implements Imported {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /// The acting body may not import now, or there is nothing to import into.
    ///
    /// @param key of the sentence in the messages
    record Refused(String key) implements Imported {}

    /// Takes a transaction back when a row was refused in it.
    final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<CellFault> faults;

        public Undone(List<CellFault> faults) {
            super("rows were refused", null, false, false);
            this.faults = List.copyOf(faults);
        }

        public Rejected rejected() {
            return new Rejected(faults);
        }
    }
}
