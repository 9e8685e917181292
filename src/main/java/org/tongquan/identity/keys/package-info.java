/// # Keys of programs - a machine account acts for one body
///
/// Start reading at [Keys]. Owns the table `identity.api_key`.
/// - **Invariant:** a key is shown once; what is kept is its SHA-256.
/// - **Invariant:** a key never does more than its body may do at the moment of use, and never what
///   officers or deciding bodies do.
/// - **Invariant:** what was revoked stays revoked.
/// - **Not here:** what programs may ask for (each engine's `api`).
@NullMarked
@NamedInterface("keys")
package org.tongquan.identity.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
