/// # Pages of progress - who owes which report, who confirmed it, what the office thinks
///
/// Start reading at `ProgressPages`; `ProgressTile` adds to a commitment's page. Parses, calls the
/// doors, shows.
/// - **Not here:** when a report is late (`ledger.progress`), filing one (`ledger.web`).
@NullMarked
package org.tongquan.ledger.progress.web;

import org.jspecify.annotations.NullMarked;
