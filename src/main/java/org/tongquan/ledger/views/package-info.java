/// # Saved views - the filter of a page under a name
///
/// Start reading at [SavedViews]; [ListedPage] names the pages and what their filters ask for. Owns
/// the tables `ledger.saved_view` and `ledger.saved_view_default`.
/// - **Invariant:** a view is an address of this instance, made of parameters its page knows.
/// - **Invariant:** a person keeps and removes own views; a shared one is seen by the same body.
/// - **Not here:** what the pages show (`ledger.web`, `overview`, `chasing`).
@NullMarked
package org.tongquan.ledger.views;

import org.jspecify.annotations.NullMarked;
