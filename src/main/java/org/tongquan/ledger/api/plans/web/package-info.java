/// # Plans for programs - under `/api/v1/regions/{region}/plans`
///
/// Start reading at `PlanApi`; `PlanItemApi` works on the items of a plan that is still drawn up,
/// `AdjustmentApi` asks for changes of a published one. Deciding stays with people.
/// - **Invariant:** an item is changed on the revision that was read.
/// - **Not here:** who asks and in which language (`api.web`).
@NullMarked
package org.tongquan.ledger.api.plans.web;

import org.jspecify.annotations.NullMarked;
