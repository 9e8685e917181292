/// # Meetings (会议) - called, answered, held, minuted; decisions followed until they are done
///
/// Start reading at [Convening], then [Minuting] and [Resolving]; [Step] says what may follow on
/// what. Owns the tables `ledger.meeting*` and `ledger.resolution*`.
/// - **Invariant:** every change of a meeting is a sheet; confirmed minutes never change.
/// - **Invariant:** who calls and who confirms follows from the compact's rule for meetings.
/// - **Invariant:** who carries out a decision does not close it.
/// - **Not here:** items of a plan (`planning`), major matters (`matter`).
@NullMarked
@NamedInterface("meeting")
package org.tongquan.ledger.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
