/// # Pages of papers - the files of a document as answers
///
/// Start reading at [PaperFile].
/// - **Not here:** addresses: each area has its own.
@NullMarked
package org.tongquan.ledger.paper.web;

import org.jspecify.annotations.NullMarked;
