/// # Pages of sheets - a workbook to take away, and the page that reads an edited one
///
/// Start reading at [SheetFile]; [SheetView] is shown by every area that imports.
/// - **Not here:** addresses: each area has its own, beside its list.
@NullMarked
package org.tongquan.ledger.sheet.web;

import org.jspecify.annotations.NullMarked;
