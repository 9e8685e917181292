/// # Chasing (督办) - what is due is asked for until it is done
///
/// Start reading at [Chasing] and [Inspecting]; [Chase] says what a day brings, [Course] how a
/// notice stands. Owns `ledger.notice`, `chase_step`, `inspection`, `finding` and their events.
/// - **Invariant:** a step of chasing is taken once, also after a restart or a kill.
/// - **Invariant:** who is responsible never reviews, closes or re-opens the own case.
/// - **Invariant:** a state is a fold over events; its terms follow from rule and calendar.
/// - **Not here:** lights (`ledger`), the sentences' delivery (`ledger.inbox`).
@NullMarked
@NamedInterface("chasing")
package org.tongquan.ledger.chasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
