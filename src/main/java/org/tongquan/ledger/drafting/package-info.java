/// # Drafting - from a document that was read to a version that is adopted
///
/// Start reading at [Drafting]; [Origins] leads back from a commitment to its sentence. Owns the
/// tables `ledger.draft`, `draft_row`, `draft_edit`, `read_document`, `read_sentence`.
/// - **Invariant:** nothing the reader proposes becomes a commitment until a person accepted it.
/// - **Invariant:** every change of a row is kept with the row before and after it; the last change
///   can be undone.
/// - **Invariant:** a unit that the compact does not know stays as it was written; never guessed.
/// - **Not here:** reading (`ledger.reading`), what an adopted version means (`ledger`).
@NullMarked
@NamedInterface("drafting")
package org.tongquan.ledger.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
