/// # Reporting - the ledger as a document that an office can send
///
/// Start reading at [Reporting]. Owns the table `ledger.issued`.
/// - **Invariant:** every figure follows from the ledger as of the report's day and can be counted
///   again; the same day and the same facts give the same bytes.
/// - **Not here:** the layout of official documents (`document`), the lights (`ledger`).
@NullMarked
@NamedInterface("reporting")
package org.tongquan.ledger.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
