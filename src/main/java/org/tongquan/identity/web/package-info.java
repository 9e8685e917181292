/// # Identity's pages - sign-in, own account, people, security
///
/// Start reading at [Doors]: which addresses are open, and what guards the others.
/// - **Invariant:** how a person stands is read from the database once per request, so a withdrawn
///   role, a disabled account or an ended session counts from the next request on.
/// - **Not here:** rules; every method parses, asks a door of `identity`, shows.
@NullMarked
package org.tongquan.identity.web;

import org.jspecify.annotations.NullMarked;
