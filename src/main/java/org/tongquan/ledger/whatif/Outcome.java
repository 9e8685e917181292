package org.tongquan.ledger.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// What would be otherwise under another version.
///
/// @param days the ends of months between both days, and the last day
/// @param changes obligations that stand otherwise on the last day
/// @param scores parties' scores of each half-year within, that was evaluated or not
public record Outcome(List<Day> days, List<Change> changes, List<Points> scores) {
    public Outcome {
        days = List.copyOf(days);
        changes = List.copyOf(changes);
        scores = List.copyOf(scores);
    }

    /// How many obligations had each light.
    ///
    /// @param was under the version that was in force on that day
    /// @param would under the other
    public record Day(LocalDate on, Map<Light, Integer> was, Map<Light, Integer> would) {
        public Day {
            was = Map.copyOf(was);
            would = Map.copyOf(would);
        }
    }

    /// One obligation; null on the side whose version does not have it.
    public record Change(
            String commitment, String party, @Nullable Standing was, @Nullable Standing would) {}

    /// A party's score; null where the version has no rule or does not name the party.
    public record Points(
            String span, String party, @Nullable BigDecimal was, @Nullable BigDecimal would) {}

    /// Whether nothing at all would be otherwise.
    public boolean isSame() {
        return changes.isEmpty()
                && days.stream().allMatch(d -> d.was().equals(d.would()))
                && scores.stream()
                        .allMatch(
                                p ->
                                        p.was() == null
                                                ? p.would() == null
                                                : p.would() != null
                                                        && p.was().compareTo(p.would()) == 0);
    }
}
