/// # Kernel - the few values every room shares
///
/// Start reading at [Actor] and [Problems]. Owns no tables.
/// - **Invariant:** imports `java.*` only; nothing here knows a database, a page or a file format.
/// - **Not here:** rules of any field; a helper without a noun.
@NullMarked
package org.tongquan.kernel;

import org.jspecify.annotations.NullMarked;
