/// # Conduct - how an office works by the compact (工作规则)
///
/// Dated rule sets that the ledger applies: lights, plan, chasing, scoring, suggestions; and what
// it
/// measures and whom it holds responsible: indicators, chiefs. Data only; the rules that read them
/// are in `ledger`.
/// - **Invariant:** a figure without a source is marked `verified: false`.
@NullMarked
@NamedInterface("conduct")
package org.tongquan.compact.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
