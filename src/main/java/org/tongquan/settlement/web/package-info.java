/// # Pages of settlement - a party's accounts, and what each account's statement says
///
/// Start reading at `SettlementPages`. Parses, calls the door, shows.
@NullMarked
package org.tongquan.settlement.web;

import org.jspecify.annotations.NullMarked;
