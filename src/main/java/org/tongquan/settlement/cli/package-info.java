/// # Settlement commands - accounts, postings, balances, statements
///
/// Start reading at [SettlementCommand]. Parses, calls the door as the settlement's own job,
/// prints.
@NullMarked
@NamedInterface("cli")
package org.tongquan.settlement.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
