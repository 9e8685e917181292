/// # Compact - what a region has agreed, as data
///
/// Start reading at [Compact] (the text), [Resolved] (what the other engines ask) and [Compacts]
/// (the adopted versions). Owns the schema `compact`.
/// - **Invariant:** a text with problems is refused as a whole; nothing is half read.
/// - **Invariant:** an adopted version is never changed; its digest names its bytes.
/// - **Not here:** progress, lights, reports (`ledger`); people and sign-in (`identity`).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "host", "journal", "console"})
package org.tongquan.compact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
