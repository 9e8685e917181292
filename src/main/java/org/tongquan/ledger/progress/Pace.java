package org.tongquan.ledger.progress;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The rhythm of reports that was set for one item of a plan. Never changed.
///
/// @param revision 1 for the first; the highest counts
public record Pace(
        UUID id, String region, String item, int revision, Rhythm rhythm, String body, Instant at) {
    /// How often reports are owed.
    public enum Rhythm {
        MONTHLY,
        QUARTERLY,
        /// For each milestone, and the deadline.
        NODE,
        /// As the rule of plans says.
        RULE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Empty for any other word.
        public static Optional<Rhythm> find(String word) {
            for (var rhythm : values()) {
                if (rhythm.word().equals(word)) {
                    return Optional.of(rhythm);
                }
            }
            return Optional.empty();
        }
    }

    /// What counts of these, the oldest first.
    static Rhythm now(List<Pace> paces) {
        return paces.isEmpty() ? Rhythm.RULE : paces.getLast().rhythm();
    }
}
