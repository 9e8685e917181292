package org.tongquan.ledger.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;

/// What one unit or party reached.
///
/// @param subject `<holder>/<unit>`, or a party's id
/// @param party the party it belongs to, empty for units above the parties
/// @param led obligations led on the last day; of a party: those of its units
/// @param raw base and points before cap and floor; of a party the same as `score`
/// @param rank 1 for the highest; equal scores share a rank and the next ones are skipped
/// @param lines why; empty for a party, whose score follows from its units
public record Score(
        Kind kind,
        String subject,
        String party,
        int led,
        int cooperated,
        BigDecimal raw,
        BigDecimal score,
        int rank,
        List<Line> lines) {
    public Score {
        lines = List.copyOf(lines);
    }

    /// Whose score it is.
    public enum Kind {
        UNIT,
        PARTY;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One reason for points.
    ///
    /// @param fact id of the fact
    /// @param occasion the occasion of the rule that applied
    /// @param fromDays which step of the occasion applied
    public record Line(
            String fact,
            Occasion occasion,
            int fromDays,
            String commitment,
            String party,
            LocalDate on,
            int days,
            Role role,
            BigDecimal points,
            String why,
            List<String> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /// How many obligations weigh in the score of a party; never none.
    int weight() {
        return Math.max(1, led + cooperated);
    }

    Score ranked(int place) {
        return new Score(kind, subject, party, led, cooperated, raw, score, place, lines);
    }

    Score without() {
        return new Score(kind, subject, party, led, cooperated, raw, score, rank, List.of());
    }
}
