/// # Pages of chiefs - objects, visits, problems, the yearly account, the public board
///
/// Start reading at `ChiefPages`. Parses, calls the door, shows.
/// - **Not here:** who may do what (`ledger.chiefs`).
@NullMarked
package org.tongquan.ledger.chiefs.web;

import org.jspecify.annotations.NullMarked;
