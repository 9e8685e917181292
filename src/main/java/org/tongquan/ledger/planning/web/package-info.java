/// # Pages of the yearly plan - list, plan, item, two editions side by side
///
/// Start reading at `PlanPages`. Parses, calls the door, shows.
/// - **Not here:** which step comes next (`ledger.planning`).
@NullMarked
package org.tongquan.ledger.planning.web;

import org.jspecify.annotations.NullMarked;
