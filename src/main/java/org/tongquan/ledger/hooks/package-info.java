/// # Webhooks - what a body is told, its own system is told as well
///
/// Start reading at [Hooks] and [Rounds]. Owns the tables `ledger.hook` and `ledger.hook_delivery`.
/// - **Invariant:** what is sent is what the body finds in its inbox, committed before it is sent.
/// - **Invariant:** at least once: each telling has one id, the same at every attempt.
/// - **Invariant:** nothing goes to an address of a private network, nothing follows a redirect.
/// - **Not here:** what a body is told, and when (`ledger.inbox` and the areas that tell).
@NullMarked
package org.tongquan.ledger.hooks;

import org.jspecify.annotations.NullMarked;
