/// # Pages of chasing - notices, inspections, and their papers
///
/// Start reading at `NoticePages`. Parses, calls the door, shows.
/// - **Not here:** who may take which step (`ledger.chasing`).
@NullMarked
package org.tongquan.ledger.chasing.web;

import org.jspecify.annotations.NullMarked;
