package org.tongquan.ledger.recounting;

import java.util.List;
import org.tongquan.kernel.Actor;

/// One sort of outcomes that can be computed again from what was kept of them.
public interface Recounted {
    /// Each has a sentence in `messages/recounting.properties` (`recounting.what.<word>`).
    String what();

    /// Computes all of a region again. Writes nothing.
    ///
    /// @param reader the ledger's job in the region: sees every party's records
    Looked again(Actor reader);

    /// @param count outcomes that were computed again
    record Looked(int count, List<Mismatch> mismatches) {
        public Looked {
            mismatches = List.copyOf(mismatches);
        }
    }
}
