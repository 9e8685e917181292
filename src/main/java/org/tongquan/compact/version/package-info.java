/// # Version - the digest, the signatures and the differences of compact versions
///
/// Start reading at [Sealed]. Pure: works offline from a file and the parties' public keys.
/// - **Invariant:** the digest depends on what was agreed alone, not on files, order or layout.
/// - **Invariant:** a signature is over the digest; a boolean is not a signature.
/// - **Not here:** keeping versions (`Compacts`).
@NullMarked
@NamedInterface("version")
package org.tongquan.compact.version;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
