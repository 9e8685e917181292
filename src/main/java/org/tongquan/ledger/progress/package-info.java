/// # Progress - whether reports come, whether they are confirmed, what the office thinks of it
///
/// Start reading at [Progress] and [Confirming]; [Rounds] is the rule of the rhythm. Owns
/// `ledger.confirmation`, `ledger.report_alarm`, `ledger.rating`.
/// - **Invariant:** an alarm is raised once, with the facts it was raised on.
/// - **Invariant:** the office's rating never changes a light, nor a light a rating.
/// - **Not here:** filing a report (`ledger`), what a late duty sets going (`ledger.chasing`).
@NullMarked
@NamedInterface("progress")
package org.tongquan.ledger.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
