/// # Templates - the wording of official documents, as an office edits it
///
/// Start reading at [Templating]; [Wording] is the rule. Owns the table `ledger.template`.
/// - **Invariant:** a version is never changed; an older one comes back as a further version.
/// - **Invariant:** the same version and the same filling give the same blocks.
/// - **Not here:** the figures (each area fills in its own), layout (`document`).
@NullMarked
@NamedInterface("template")
package org.tongquan.ledger.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
