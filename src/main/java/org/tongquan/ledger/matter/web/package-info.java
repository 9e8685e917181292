/// # Pages of major matters - report one, the list, one with its course
///
/// Start reading at `MatterPages`. Parses, calls the door, shows.
/// - **Not here:** terms and the ladder (`ledger.matter`).
@NullMarked
package org.tongquan.ledger.matter.web;

import org.jspecify.annotations.NullMarked;
