/// # Overview - the ledger to look at instead of to read
///
/// Start reading at [Overview]. Owns no table: the board by chapter and light, the days of a month,
/// the lights along the bars of a plan.
/// - **Invariant:** writes nothing, and shows to each body only what its lists show.
/// - **Not here:** figures and trends (the cockpit in `ledger.web`).
@NullMarked
package org.tongquan.ledger.overview;

import org.jspecify.annotations.NullMarked;
