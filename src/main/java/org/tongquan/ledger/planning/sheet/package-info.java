/// # Plan sheets - a plan as an Excel workbook, out and in again in the same form
///
/// Start reading at [PlanSheets]. Owns no table; changes go through
// [org.tongquan.ledger.planning.Planning].
/// - **Invariant:** a workbook that nobody edited changes nothing when it is read again.
/// - **Invariant:** a workbook with any fault changes nothing; all faults are told with their
// cells.
/// - **Not here:** rows left out: an item is removed on its page, never by a missing row.
@NullMarked
package org.tongquan.ledger.planning.sheet;

import org.jspecify.annotations.NullMarked;
