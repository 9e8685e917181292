package org.tongquan.ledger.standing;

import java.time.LocalDate;

/// A step on the way to the deadline.
///
/// @param due last day
/// @param percent progress to be reached by then, 1 to 100
/// @param text what is to stand then; may be empty
public record Milestone(LocalDate due, int percent, String text) {
    public Milestone {
        if (percent < 1 || percent > Duty.DONE) {
            throw new IllegalArgumentException("a milestone needs 1 to 100 per cent");
        }
    }
}
