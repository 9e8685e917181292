package org.tongquan.ledger.drafting;

import java.util.List;
import java.util.UUID;
import org.tongquan.kernel.Problem;

/// What became of a document that was handed in.
public sealed interface Starting {
    /// Read; a draft with so many proposed rows is kept.
    record Started(UUID draft, int rows) implements Starting {}

    /// It could not be read; nothing is kept.
    record Unreadable(List<Problem> problems) implements Starting {}

    /// The acting body may not draft for this region.
    record NotYours() implements Starting {}
}
