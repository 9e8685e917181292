/// # Terms - last days that moved because the calendar did
///
/// Start reading at [MovedTerms]. Terms are counted in workdays; a year's holidays are announced
/// late in the year before. What was reckoned before that is reckoned again every day by its own
/// area; here those concerned are told, once for each new day.
/// - **Invariant:** a term whose days were all announced never moves.
/// - **Not here:** how long a term is (the rules of the compact), the count (the calendar).
@NullMarked
@NamedInterface("terms")
package org.tongquan.ledger.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
