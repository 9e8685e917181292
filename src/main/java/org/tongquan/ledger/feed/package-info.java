/// # Calendar feed - a person's days in the calendar they use anyway
///
/// Start reading at [Feeds] (secret addresses) and [Agenda] (what stands in a calendar);
// [ICalendar]
/// writes it. Owns the table `ledger.feed`.
/// - **Invariant:** an address opens one person's calendar for one body, as long as the person may
///   act for it; the database shows what that person sees.
/// - **Invariant:** the address itself is kept nowhere, only its digest.
/// - **Invariant:** the same matter has the same UID whenever the calendar is read.
/// - **Not here:** the calendar page (`overview`), how days are reckoned (`chasing`, `compact`).
@NullMarked
package org.tongquan.ledger.feed;

import org.jspecify.annotations.NullMarked;
