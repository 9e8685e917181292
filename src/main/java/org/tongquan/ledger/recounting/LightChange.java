package org.tongquan.ledger.recounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongquan.ledger.standing.Standing;

/// What was said of one obligation, and from what.
///
/// @param day for which it was judged
/// @param known moment as of which the facts were known
/// @param version label of the version whose rules judged
/// @param facts as [org.tongquan.ledger.standing.Facts#lines] wrote them
public record LightChange(
        String commitment,
        String party,
        LocalDate day,
        Instant known,
        Standing standing,
        String version,
        List<String> facts) {
    public LightChange {
        facts = List.copyOf(facts);
    }
}
