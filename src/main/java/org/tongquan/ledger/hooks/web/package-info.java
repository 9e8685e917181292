/// # Pages of webhooks - addresses of the acting body, and how each telling fared
///
/// Start reading at `HookPages`. Parses, calls the door, shows.
/// - **Not here:** what is sent and signed (`ledger.hooks`).
@NullMarked
package org.tongquan.ledger.hooks.web;

import org.jspecify.annotations.NullMarked;
