package org.tongquan.ledger.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// What would be otherwise under another version.
///
/// @param days the ends of months between both days, and the last day
/// @param changes obligations that stand otherwise on the last day
/// @param scores parties' scores of each year and half-year within, that was evaluated or not
/// @param rules what the rules of the areas say: chasing, terms, reports, who decides
public record Outcome(List<Day> days, List<Change> changes, List<Points> scores, Rules rules) {
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

    /// @param counts of each sort of which there was or would be something
    /// @param other the first [Rehearsing#MOST_LISTED] that differ, by sort and matter
    /// @param others how many differ in all
    public record Rules(List<Count> counts, List<Other> other, int others) {
        public Rules {
            counts = List.copyOf(counts);
            other = List.copyOf(other);
        }
    }

    /// How often rules of one sort spoke.
    ///
    /// @param otherwise how many matters differ, on one side alone or in what is said
    public record Count(Said.What what, int was, int would, int otherwise) {}

    /// One matter about which the versions say something else; empty where one says nothing.
    public record Other(Said.What what, String subject, String party, String was, String would) {}

    /// Whether nothing at all would be otherwise.
    public boolean isSame() {
        return changes.isEmpty()
                && rules.others() == 0
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
