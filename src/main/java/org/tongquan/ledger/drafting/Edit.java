package org.tongquan.ledger.drafting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One change of a draft: the rows it touched, before and after.
///
/// @param what `accept`, `drop`, `correct`, `split`, `merge`, `promote`, `undo`
/// @param undoes the change that this one takes back
record Edit(
        UUID id, String what, List<DraftRow> before, List<DraftRow> after, @Nullable UUID undoes) {
    Edit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
