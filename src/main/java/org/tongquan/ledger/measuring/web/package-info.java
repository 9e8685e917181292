/// # Pages of measuring - indicators by status, path against what was reached, values to enter
///
/// Start reading at `IndicatorPages`. Parses, calls the door, shows.
/// - **Not here:** what is summed and what is behind (`ledger.measuring`).
@NullMarked
package org.tongquan.ledger.measuring.web;

import org.jspecify.annotations.NullMarked;
