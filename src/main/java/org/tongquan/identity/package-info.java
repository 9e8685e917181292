/// # Identity - who may do what for which body
///
/// Start reading at [Identity] (sign-in, whom a person acts for) and [People] (their management).
/// Owns the schema `identity`. Powers are not kept here: they follow from the compact in force and
/// come through [BodyDirectory] at each request, so a withdrawn power ends at once.
/// - **Invariant:** one person never holds two of the officers' powers (system, security, audit).
/// - **Invariant:** a delegation gives only what its giver holds at the moment of use.
/// - **Invariant:** a personal number is stored encrypted, found by blind index, shown masked.
/// - **Not here:** which bodies exist and what they may do (`compact`).
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "host", "journal", "rest", "site", "console", "compact"})
package org.tongquan.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
