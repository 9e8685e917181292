/// # Suggesting - what the public suggests (群众建言献策), and what became of it
///
/// Start reading at [Suggesting], what the public may do, and [Moderating], what the office and
/// its units do; `Handlings` is the rule. Owns the tables `ledger.suggestion*`.
/// - **Invariant:** where a suggestion stands follows from its events alone, which only grow.
/// - **Invariant:** nobody but the office and the unit it names reads what is not published.
/// - **Invariant:** no address is kept, only a keyed digest of it, for a day; a way to reach the
///   writer is encrypted and read by the office alone, each reading in the journal.
/// - **Not here:** the periods (`compact.conduct.SuggestionRule`).
@NullMarked
@NamedInterface("suggesting")
package org.tongquan.ledger.suggesting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
