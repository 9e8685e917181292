/// # Planning - the yearly plan: drawn up, discussed, examined, approved, published, adjusted
///
/// Start reading at [Planning]; [Course] says which step comes next and who takes it. Owns the
/// tables `ledger.plan*` and `ledger.adjustment*`.
/// - **Invariant:** bodies and steps follow from the compact's `procedure`; two regions differ by
///   data alone.
/// - **Invariant:** a kept edition never changes; a published item changes only by a decided
///   adjustment, and its first promise stays known.
/// - **Not here:** the light of an item (`ledger.standing`), reports on it (`ledger`).
@NullMarked
@NamedInterface("planning")
package org.tongquan.ledger.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
