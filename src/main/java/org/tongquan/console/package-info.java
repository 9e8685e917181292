/// # Console - the frame of every command
///
/// Start reading at [Exit] and [Listing]. Owns no tables.
/// - **Invariant:** a pure command starts neither Spring nor a database.
/// - **Invariant:** results go to standard output, everything else to standard error.
/// - **Not here:** what a command does; each engine keeps its own in its `cli` package.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "host"})
package org.tongquan.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
