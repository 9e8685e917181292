/// # Standing - what a light says, and why
///
/// Start reading at [Lights] (one duty) and [RollUp] (several). Pure: rules and facts in, a
/// [Standing] with its reason out.
/// - **Invariant:** the same facts under the same rule on the same day give the same standing,
///   whatever order they came in.
/// - **Not here:** where the facts are kept (`ledger`), the rules' figures (`compact.conduct`).
@NullMarked
@NamedInterface("standing")
package org.tongquan.ledger.standing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
