/// # Measuring sheets - the values of all indicators as an Excel workbook, out and in again
///
/// Start reading at [MeasureSheets]. Owns no table; values go through
/// [org.tongquan.ledger.measuring.Measuring].
/// - **Invariant:** a workbook that nobody edited changes nothing when it is read again.
/// - **Invariant:** a workbook with any fault changes nothing; all faults are told with cells.
/// - **Not here:** earlier revisions (each indicator's CSV); a value is never taken away.
@NullMarked
package org.tongquan.ledger.measuring.sheet;

import org.jspecify.annotations.NullMarked;
