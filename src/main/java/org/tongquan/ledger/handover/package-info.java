/// # Hand-over (交接) - the duties of a unit go to another as a whole
///
/// Start reading at [HandingOver]. Owns the table `ledger.succession`.
/// - **Invariant:** a hand-over is a row that stays; who answers today follows from the rows, and
///   the past stays with the unit that had the duties then.
/// - What the text names goes to the successor by the ledger's projection, what the office had
///   assigned by hand moves at once, open notices are answered by the successor.
/// - **Not here:** naming a unit for one obligation ([org.tongquan.ledger.Ledger#assign]).
@NullMarked
package org.tongquan.ledger.handover;

import org.jspecify.annotations.NullMarked;
