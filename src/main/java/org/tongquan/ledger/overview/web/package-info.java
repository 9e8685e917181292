/// # Pages to look at: board, calendar, timeline
///
/// Start reading at [OverviewPages].
@NullMarked
package org.tongquan.ledger.overview.web;

import org.jspecify.annotations.NullMarked;
