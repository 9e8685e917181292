/// # Reading - from the YAML that people write to a compact that holds together
///
/// Start reading at [CompactFolder]. Pure: files in, [Loaded] out.
/// - **Invariant:** a text with problems is refused as a whole; every problem has its place.
/// - **Not here:** how a record is read (`form`), what its parts mean (`compact`).
@NullMarked
@NamedInterface("reading")
package org.tongquan.compact.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
