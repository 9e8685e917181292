/// # Sheets - lists as Excel workbooks, and edited workbooks back
///
/// Start reading at [Listing]; [Workbook] writes one, [Grid] reads an edited one. Owns no table.
/// - **Invariant:** the same listing gives the same bytes; no cell is a formula, whatever it says.
/// - **Invariant:** a workbook is measured before it is opened; every fault has its cell.
/// - **Not here:** what the rows are (each area), who may see them (its door).
@NullMarked
@NamedInterface("sheet")
package org.tongquan.ledger.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
