/// # Measuring - what the indicators show, member by member (指标)
///
/// Start reading at [Measuring]; [Paths], [Standings] and [Totals] are the rules. Owns the table
/// `ledger.measured`.
/// - **Invariant:** a value is never changed: a revision follows, and the latest one counts.
/// - **Invariant:** growth and shares are never summed; what is summed says over what.
/// - **Not here:** which indicators there are, their base and targets (`compact :: conduct`).
@NullMarked
@NamedInterface("measuring")
package org.tongquan.ledger.measuring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
