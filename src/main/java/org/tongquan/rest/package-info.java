/// # Rest - what every programming interface under `/api` has in common
///
/// Start reading at [Rejected] and [Once]. Owns the schema `rest`.
/// - **Invariant:** every refusal is an RFC 9457 problem with a type of [Trouble].
/// - **Invariant:** what an idempotency key answered is kept in the transaction of the change.
/// - **Invariant:** whatever is wrong with an input is said at once, each with its JSON pointer.
/// - **Not here:** resources (each engine's `api`), keys of programs (`identity`).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "host", "site"})
package org.tongquan.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
