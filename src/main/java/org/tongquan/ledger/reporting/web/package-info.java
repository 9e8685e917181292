/// # Pages of reporting - look at a day, issue its report, count it again
///
/// Start reading at `ReportPages`. Parses, calls the door, shows.
/// - **Not here:** what a report says (`ledger.reporting`).
@NullMarked
package org.tongquan.ledger.reporting.web;

import org.jspecify.annotations.NullMarked;
