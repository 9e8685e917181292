/// # Ledger pages - list, commitment, work, cockpit, public progress
///
/// Start reading at [LedgerPages]. Owns no tables.
/// - **Invariant:** a page parses, makes one call to a door, and shows.
/// - **Not here:** rules; what a light means is decided in `ledger`.
@NullMarked
package org.tongquan.ledger.web;

import org.jspecify.annotations.NullMarked;
