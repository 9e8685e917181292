package org.tongquan.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Light;

/// Which obligations a list shows. Empty text and `null` mean "all".
///
/// @param region id of the compact
/// @param chapter title of the chapter
/// @param party id of the bound party
/// @param unit id of a lead or cooperating unit
/// @param dueBy only obligations due on this day or earlier
/// @param words text that the commitment must contain
public record Filter(
        String region,
        String chapter,
        String party,
        String unit,
        @Nullable Light light,
        String category,
        @Nullable LocalDate dueBy,
        String words) {
    /// Longer search texts are cut.
    public static final int MOST_WORDS = 80;

    public Filter {
        words = words.strip();
        if (words.length() > MOST_WORDS) {
            words = words.substring(0, MOST_WORDS);
        }
    }

    public static Filter all(String region) {
        return new Filter(region, "", "", "", null, "", null, "");
    }

    /// Whether it asks for nothing but party, chapter and light.
    boolean isPlain() {
        return unit.isEmpty() && category.isEmpty() && dueBy == null && words.isEmpty();
    }

    public Filter of(@Nullable Light only) {
        return new Filter(region, chapter, party, unit, only, category, dueBy, words);
    }
}
