/// # Inbox - what a body was told, once
///
/// Start reading at [Inbox]. Owns the tables `ledger.told` and `ledger.told_read`.
/// - **Invariant:** the same key is told to a body once, also after a restart.
/// - **Invariant:** only the body that was told reads it.
/// - **Not here:** why somebody is told something (the area that tells).
@NullMarked
@NamedInterface("inbox")
package org.tongquan.ledger.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
