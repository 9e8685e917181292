/// # Chiefs - who answers for which object (链长制、湾长制、岛长制)
///
/// Start reading at [Chiefs], who holds which post, [Patrolling], what was seen and what became of
/// it, and [Accounting], the yearly account; `Rounds` says what is owed. Owns `ledger.chief_*`.
/// - **Invariant:** rounds owed, states of problems and accounts follow from rows that only grow.
/// - **Invariant:** what is open belongs to the object: a successor takes over all of it.
/// - **Invariant:** who put a problem right never closes it.
/// - **Not here:** what the compact declares of chiefs (`compact.conduct.Chief`).
@NullMarked
@NamedInterface("chiefs")
package org.tongquan.ledger.chiefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
