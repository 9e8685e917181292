/// # Ledger commands - read a document
///
/// Start reading at [LedgerCommand].
/// - **Invariant:** `ledger read` starts neither Spring nor a database.
@NullMarked
@NamedInterface("cli")
package org.tongquan.ledger.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
