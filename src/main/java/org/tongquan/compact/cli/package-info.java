/// # Commands of the compact
///
/// Start reading at [CompactCommand] and [CalendarCommand]. All but `adopt` are pure: they start
/// neither Spring nor a database.
/// - **Not here:** any rule; each command makes one call and shows the answer.
@NullMarked
@NamedInterface("cli")
package org.tongquan.compact.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
