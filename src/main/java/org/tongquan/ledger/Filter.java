package org.tongquan.ledger;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Light;

/// Which obligations a list shows. Empty text and `null` mean "all".
///
/// @param region id of the compact
/// @param chapter title of the chapter
/// @param party id of the bound party
/// @param unit id of a lead or cooperating unit
/// @param dueFrom only obligations due on this day or later
/// @param dueBy only obligations due on this day or earlier
/// @param only what else must hold
/// @param words text that the commitment must contain
public record Filter(
        String region,
        String chapter,
        String party,
        String unit,
        @Nullable Light light,
        String category,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBy,
        Only only,
        String words) {
    /// Longer search texts are cut.
    public static final int MOST_WORDS = 80;

    /// What a figure counts apart from the lights.
    public enum Only {
        ALL,
        /// Reported complete.
        FINISHED,
        /// The mark of lateness stays.
        WAS_LATE;

        /// As it stands in an address; empty for all.
        public String word() {
            return this == ALL ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whatever cannot be read counts as all.
        public static Only of(@Nullable String word) {
            for (var one : values()) {
                if (one.word().equals(word)) {
                    return one;
                }
            }
            return ALL;
        }
    }

    public Filter {
        words = words.strip();
        if (words.length() > MOST_WORDS) {
            words = words.substring(0, MOST_WORDS);
        }
    }

    public static Filter all(String region) {
        return new Filter(region, "", "", "", null, "", null, null, Only.ALL, "");
    }

    /// Whether it asks for nothing but party, chapter and light.
    boolean isPlain() {
        return unit.isEmpty()
                && category.isEmpty()
                && dueFrom == null
                && dueBy == null
                && only == Only.ALL
                && words.isEmpty();
    }

    /// The same for one light, or for all of them.
    public Filter of(@Nullable Light one) {
        return new Filter(region, chapter, party, unit, one, category, dueFrom, dueBy, only, words);
    }
}
