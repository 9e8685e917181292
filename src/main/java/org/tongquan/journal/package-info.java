/// # Journal - proves that nothing was quietly changed
///
/// Start reading at [Journal]; [Sequencer] makes the tree, [Verification]
/// examines a copy of it offline. Owns the schema `journal`.
/// - **Invariant:** every change of state puts its salted digest here in the same transaction.
/// - **Invariant:** an entry, a leaf, a checkpoint is never changed or removed.
/// - **Invariant:** each committed entry gets exactly one leaf, in the order of the transactions.
/// - **Not here:** payloads, which stay in their engine; who may see what.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "host", "console"})
package org.tongquan.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
