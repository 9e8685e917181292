/// # The page of recounting, for those who examine
///
/// Start reading at [RecountPages].
@NullMarked
package org.tongquan.ledger.recounting.web;

import org.jspecify.annotations.NullMarked;
