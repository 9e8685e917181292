/// # Pages of suggestions - the public's list, form and receipt; the desk of office and units
///
/// Start reading at `SuggestPages` and `DeskPages`. Parses, calls the doors, shows.
/// - **Not here:** what may be done with a suggestion (`ledger.suggesting`).
@NullMarked
package org.tongquan.ledger.suggesting.web;

import org.jspecify.annotations.NullMarked;
