/// # The journal's commands
///
/// Start reading at [JournalCommand].
/// - **Invariant:** `verify` needs neither Spring nor a database.
@NullMarked
@NamedInterface("cli")
package org.tongquan.journal.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
