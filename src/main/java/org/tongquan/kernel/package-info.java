/// # Kernel - the few values every room shares
///
/// Start reading at [Actor] and [Problems]. Owns no tables. Values: [Money], [Period], [Ids],
/// [Digest]; codes that check themselves: [CitizenId], [CreditCode], [DocumentNumber].
/// - **Invariant:** imports `java.*` only; nothing here knows a database, a page or a file format.
/// - **Invariant:** money is whole fen; what is split adds up to what it was.
/// - **Not here:** rules of any field; a helper without a noun.
@NullMarked
package org.tongquan.kernel;

import org.jspecify.annotations.NullMarked;
