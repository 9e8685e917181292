/// # Chosen rows of the ledger - the same done with each of them
///
/// Start reading at [SelectedPages]: rows chosen in the list, what is to be done, what became of
/// each row.
/// - **Invariant:** each row goes through the door that its own page uses; a refusal stands beside
///   its row and hinders no other.
/// - **Not here:** any rule or table.
@NullMarked
package org.tongquan.ledger.selected.web;

import org.jspecify.annotations.NullMarked;
