/// # Pages of meetings - calendar, meeting, minutes, decisions
///
/// Start reading at `MeetingPages`. Parses, calls the doors, shows.
/// - **Not here:** what may follow on what (`ledger.meeting`).
@NullMarked
package org.tongquan.ledger.meeting.web;

import org.jspecify.annotations.NullMarked;
