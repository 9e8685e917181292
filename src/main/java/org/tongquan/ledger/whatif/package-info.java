/// # What if - the kept facts under another version of the compact
///
/// Start reading at [WhatIf]; areas with rules of their own answer by `ledger.rehearsing`. Owns no
/// table.
/// - **Invariant:** writes nothing; the version need not be adopted.
/// - **Invariant:** under the version that was in force it says what the lists and evaluations say.
/// - **Not here:** comparing two texts (`compact diff`).
@NullMarked
@NamedInterface("whatif")
package org.tongquan.ledger.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
