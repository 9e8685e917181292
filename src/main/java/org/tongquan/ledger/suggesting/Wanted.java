package org.tongquan.ledger.suggesting;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which suggestions a list shows, the latest first.
///
/// @param words that stand in title or text; empty for any
/// @param after id of the last one shown before; null for the first page
public record Wanted(Which which, String words, @Nullable UUID after) {
    public static final int MOST_WORDS = 60;

    public Wanted {
        words = NewSuggestion.clean(words);
        words = words.substring(0, Math.min(words.length(), MOST_WORDS));
    }

    /// Which of those that the reader may see.
    public enum Which {
        ALL,
        /// Nobody looked at it yet.
        PENDING,
        /// Published and without an answer.
        OPEN,
        /// Published and answered.
        ANSWERED,
        HIDDEN,
        /// Given to the acting unit.
        MINE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
