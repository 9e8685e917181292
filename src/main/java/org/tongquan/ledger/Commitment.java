package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A commitment as one or several versions of the compact state it.
///
/// @param validFrom first day on which it read so
/// @param validTo first day on which it no longer did, if any
/// @param version label of the first version that stated it so
/// @param ordinal place in the compact, from 0
/// @param parties ids of the bound parties
/// @param clause the whole clause as JSON
public record Commitment(
        String region,
        String id,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String version,
        int ordinal,
        String articleId,
        String articleNumber,
        String articleTitle,
        String chapterNumber,
        String chapterTitle,
        String source,
        String textZh,
        String textEn,
        String kind,
        String category,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        List<String> parties,
        boolean isPublic,
        String clause) {
    public Commitment {
        parties = List.copyOf(parties);
    }
}
