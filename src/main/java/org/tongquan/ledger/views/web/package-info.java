/// # The row of saved views above a page, and the page that lists them
///
/// Start reading at [ViewPages]; `AboveLists` adds the row to the pages that have one.
@NullMarked
package org.tongquan.ledger.views.web;

import org.jspecify.annotations.NullMarked;
