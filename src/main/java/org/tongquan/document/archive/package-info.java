/// # Archives - XML parts and the zip they go into, byte for byte the same each time
///
/// Start reading at [Archive].
/// - **Invariant:** times inside come from the document, never from a clock.
/// - **Not here:** what the parts say (`document`, `document.ofd`).
@NullMarked
package org.tongquan.document.archive;

import org.jspecify.annotations.NullMarked;
