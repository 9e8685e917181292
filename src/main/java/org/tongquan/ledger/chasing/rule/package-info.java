/// # The rule of chasing - what is to be done by a day about what is due
///
/// Start reading at [Chase]. Pure: no clock, no SQL, no text.
/// - **Invariant:** the same rule, last day and day give the same steps.
/// - **Not here:** which steps were taken (`ledger.chasing`), what they would be under another
///   version (`ledger.whatif`).
@NullMarked
package org.tongquan.ledger.chasing.rule;

import org.jspecify.annotations.NullMarked;
