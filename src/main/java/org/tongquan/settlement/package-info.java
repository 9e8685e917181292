/// # Settlement - what parties owe one another, in double entry
///
/// Start reading at [Settlement]; [Books] is the rule, [Committer] gathers what is committed
/// together. Owns the schema `settlement`.
/// - **Invariant:** the legs of a posting add up to zero in each unit.
/// - **Invariant:** a posting is never changed; a correction is a posting that names the original.
/// - **Invariant:** a pending is ended at most once; the same key posts at most once.
/// - **Invariant:** balances follow from the legs alone, and keep to the account's limits.
/// - **Not here:** what accords say and who therefore owes what; this room only keeps the books.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "host", "journal", "site", "console", "compact"})
package org.tongquan.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
