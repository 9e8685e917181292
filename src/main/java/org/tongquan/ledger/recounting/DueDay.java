package org.tongquan.ledger.recounting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A last day that was set, with what it was counted from.
///
/// @param kind what set it: `notice`, `plan`, `suggestion`, `look`, `matter`
/// @param id of the record that holds it
/// @param step what was done on the first day
/// @param start day from which is counted
/// @param count workdays; null where the rule in force on the first day says how many
/// @param due the last day as it was reckoned
/// @param at moment at which it was reckoned
record DueDay(
        String kind,
        String id,
        String step,
        LocalDate start,
        @Nullable Integer count,
        LocalDate due,
        Instant at) {}
