/// # Papers - the files of an issued document: docx, PDF and OFD
///
/// Start reading at [Papers]. Owns no table.
/// - **Invariant:** one digest over all files; the same document gives the same digest.
/// - **Not here:** what documents say (each area), how they are drawn (`document`).
@NullMarked
package org.tongquan.ledger.paper;

import org.jspecify.annotations.NullMarked;
