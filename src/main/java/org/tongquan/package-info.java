/// # Tongquan - runs a regional compact
///
/// Start reading at [Tongquan]; ARCHITECTURE.md draws the rooms and their order.
/// - **Not here:** anything but starting the program.
@NullMarked
package org.tongquan;

import org.jspecify.annotations.NullMarked;
