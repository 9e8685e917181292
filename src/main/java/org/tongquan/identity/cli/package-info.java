/// # Identity's commands
///
/// Start reading at [IdentityCommand]. They act as the operator, in every region, and are how the
/// first system officer of a region comes to be.
/// - **Invariant:** an initial password goes to standard output once and is kept nowhere.
@NullMarked
@NamedInterface("cli")
package org.tongquan.identity.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
