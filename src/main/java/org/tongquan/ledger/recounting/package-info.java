/// # Recounting - computed again from what was kept
///
/// Start reading at [Recounting]. Owns `ledger.light_change`: what was said of each obligation,
/// with the facts it followed from.
/// - **Invariant:** a line is written when light, mark, reason or progress changes, and never
///   changed.
/// - **Invariant:** recounting writes nothing; what differs is named, with what is kept and what
///   follows now.
/// - **Not here:** the rules themselves (`ledger.standing` and the areas).
@NullMarked
@NamedInterface("recounting")
package org.tongquan.ledger.recounting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
