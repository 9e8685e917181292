package org.tongquan.ledger.progress;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the office expects of the delivery of one obligation: a judgement of its own, beside the
/// light and not derived from it.
///
/// @param revision 1 for the first; the highest counts
/// @param reason why
public record Rating(
        UUID id,
        String region,
        String commitment,
        String party,
        int revision,
        Level level,
        String reason,
        String body,
        Instant at) {
    /// Longer reasons are refused.
    public static final int MOST_REASON = 1_000;

    /// Three levels of confidence, from the best; the scale that portfolios of major projects are
    /// rated by (green, amber, red), in words, so that nobody takes it for the light.
    public enum Level {
        LIKELY,
        AT_RISK,
        UNLIKELY;

        /// Lower case with hyphens, as in SQL and forms.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @throws IllegalArgumentException when there is no such level
        public static Level of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// How a rating moved.
    public enum Move {
        FIRST,
        BETTER,
        SAME,
        WORSE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param before the rating before this one
    public Move since(@Nullable Rating before) {
        if (before == null) {
            return Move.FIRST;
        }
        int sign = level.compareTo(before.level);
        return sign == 0 ? Move.SAME : sign < 0 ? Move.BETTER : Move.WORSE;
    }
}
