/// # Ledger - who promised what, how far it is, and what that means
///
/// Start reading at [Ledger]; [Lights] is the rule. Owns the schema `ledger`.
/// - **Invariant:** a filed progress report is never changed: it is returned, or a later one
///   follows.
/// - **Invariant:** every light can be computed again from the reports and the rule in force.
/// - **Invariant:** one obligation per bound party: a collective duty is never one city's alone.
/// - **Not here:** the agreed text itself (`compact`), reading documents (`ledger.reading`).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "host",
            "journal",
            "rest",
            "site",
            "console",
            "document",
            "compact",
            "compact :: cli",
            "compact :: form",
            "compact :: reading",
            "compact :: calendar",
            "compact :: conduct",
            "compact :: version",
            "identity",
            "identity :: keys"
        })
package org.tongquan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
