/// # The ledger for programs - REST under `/api/v1`
///
/// Start reading at `ItemApi`; [Caller] says who asks and in which language. Each method parses,
/// calls the door that the pages call, and answers; the records are the shapes on the wire.
/// - **Invariant:** a program gets nothing that the body it acts for would not get by the pages.
/// - **Invariant:** every request that changes something carries an idempotency key.
/// - **Invariant:** fields of an answer are added, never renamed or taken away, within a version.
/// - **Not here:** keys (`identity.keys`), problems and retries (`rest`).
@NullMarked
package org.tongquan.ledger.api.web;

import org.jspecify.annotations.NullMarked;
