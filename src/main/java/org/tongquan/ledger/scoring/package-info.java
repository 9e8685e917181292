/// # Scoring - how units and parties did in half a year or a year (考核)
///
/// Start reading at [Scoring]; [Scores] is the rule, [Occasions] says what counts. Owns the tables
/// `ledger.evaluation*`, `ledger.score*`.
/// - **Invariant:** a score follows from inputs that are kept with it, and every point is a line
///   with its occasion and its obligation.
/// - **Invariant:** nothing is changed: a correction is one more run over the same inputs.
/// - **Not here:** the lights (`ledger`), the figures of the rule (`compact :: conduct`).
@NullMarked
@NamedInterface("scoring")
package org.tongquan.ledger.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
