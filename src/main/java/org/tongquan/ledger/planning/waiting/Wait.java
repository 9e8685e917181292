package org.tongquan.ledger.planning.waiting;

import org.tongquan.ledger.planning.PlanItem;

/// One item that waits for another.
///
/// @param item the one that waits
/// @param on what it waits for
/// @param percent how far that is, by its member that is least far; negative where the reader sees
///     none of its members
/// @param late whether that should have been finished before today
/// @param clashes whether that is due only after the waiting item begins
public record Wait(PlanItem item, PlanItem on, int percent, boolean late, boolean clashes) {
    /// Whether somebody should look at it: the plan cannot be kept as it stands.
    public boolean isWarning() {
        return late || clashes;
    }
}
