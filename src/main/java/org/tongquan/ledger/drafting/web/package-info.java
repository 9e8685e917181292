/// # Pages of drafting - drop a document, review its rows, adopt
///
/// Start reading at `DraftPages`. Parses, calls the door, shows.
/// - **Not here:** what a change of a draft means (`ledger.drafting`).
@NullMarked
package org.tongquan.ledger.drafting.web;

import org.jspecify.annotations.NullMarked;
