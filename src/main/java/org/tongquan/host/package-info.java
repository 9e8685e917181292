/// # Host - the ground the house stands on
///
/// Start reading at [Host]. Owns the data directory, the instance lock, the own PostgreSQL child
/// process, the roles, the migrations of every room, the keys, and the transaction of an [Actor].
/// - **Invariant:** one process per data directory, decided by a lock the process itself holds.
/// - **Invariant:** the application's role owns nothing and cannot bypass row-level security.
/// - **Invariant:** outside [Acting] no row that belongs to a party is visible.
/// - **Not here:** who may do what (`identity`), what a body sees (`compact`).
///
/// [Actor]: org.tongquan.kernel.Actor
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.tongquan.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
