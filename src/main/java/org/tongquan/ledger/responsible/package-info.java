/// # Responsible persons - who of a unit answers for its part in an item
///
/// Start reading at [Naming]. Owns `ledger.responsible`.
/// - **Invariant:** only a unit that has a part in the obligation has a responsible person there.
/// - **Invariant:** nothing is overwritten; whoever was named last counts.
/// - **Not here:** which unit has which part (`ledger`), the person that a plan's item names before
///   it is published (`ledger.planning`).
@NullMarked
@NamedInterface("responsible")
package org.tongquan.ledger.responsible;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
