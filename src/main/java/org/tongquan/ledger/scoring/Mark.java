package org.tongquan.ledger.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.ScoreRule.Occasion;

/// A commendation (表扬), a criticism (批评) or a finding of falsification (弄虚作假), as a body
/// that supervises recorded it.
///
/// @param unit `<holder>/<unit>`, or a party's id for the party as a whole
/// @param commitment id of the commitment it concerns, empty when none
/// @param evidence document or notice that it rests on
/// @param withdrawn why it no longer counts, if it does not
public record Mark(
        UUID id,
        String region,
        String party,
        String unit,
        String commitment,
        Occasion occasion,
        LocalDate on,
        String reason,
        String evidence,
        String body,
        Instant at,
        @Nullable String withdrawn) {
    /// Longer texts are refused.
    public static final int MOST_TEXT = 1_000;
}
