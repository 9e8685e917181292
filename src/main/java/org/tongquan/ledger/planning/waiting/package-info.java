/// # Waiting - items of a plan that wait for other items
///
/// Start reading at [Waits], the rule; [Waiting] is the door, [WaitDay] tells those concerned.
/// - **Invariant:** an item waits for what it depends on until every member has finished that;
///   nothing is kept of it, it follows from the plan in force and the standings.
/// - **Not here:** which item depends on which ([org.tongquan.ledger.planning.PlanItem]).
@NullMarked
@NamedInterface("planning-waiting")
package org.tongquan.ledger.planning.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
