/// # Pages of scoring - rankings, why each point, objections, commendations
///
/// Start reading at `EvaluationPages`. Parses, calls the doors, shows.
/// - **Not here:** what a score is made of (`ledger.scoring`).
@NullMarked
package org.tongquan.ledger.scoring.web;

import org.jspecify.annotations.NullMarked;
