package org.tongquan.ledger.recounting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.recounting.Recount;

/// What came of computing again.
///
/// @param recount null before anybody asked
/// @param day today
public record RecountView(String day, @Nullable Recount recount) {
    /// The sorts of which something differs.
    public List<Recount.Part> differing() {
        return recount == null
                ? List.of()
                : recount.parts().stream().filter(p -> p.found() > 0).toList();
    }

    public int count() {
        return recount == null ? 0 : recount.parts().stream().mapToInt(Recount.Part::count).sum();
    }

    public int found() {
        return recount == null ? 0 : recount.parts().stream().mapToInt(Recount.Part::found).sum();
    }
}
