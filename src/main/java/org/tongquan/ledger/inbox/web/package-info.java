/// # Pages of the inbox - what the acting body was told
///
/// Start reading at `InboxPages`. Parses, calls the door, shows.
/// - **Not here:** who is told what (`ledger.inbox` and the areas that tell).
@NullMarked
package org.tongquan.ledger.inbox.web;

import org.jspecify.annotations.NullMarked;
