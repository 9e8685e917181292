package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.PlanRule;

/// The rule by which several standings make one: the rows of a collective item, or the tasks of a
/// commitment. Pure, and the same in whatever order the parts come.
public final class RollUp {
    private RollUp() {}

    /// @param weight share in the whole, at least 1
    public record Part(Standing standing, int weight) {
        public Part {
            if (weight < 1) {
                throw new IllegalArgumentException("a part weighs at least 1");
            }
        }
    }

    /// Progress is the weighted mean, rounded down; the light follows the rule; a mark of lateness
    /// of any part stays; the earliest due day of the unfinished decides.
    ///
    /// @throws IllegalArgumentException without any part
    public static Standing of(PlanRule rule, List<Part> parts) {
        var sum = new Sum();
        parts.forEach(sum::add);
        return sum.of(rule);
    }

    /// The parties of a collective item, none of which weighs more than another.
    public static Standing equal(PlanRule rule, List<Standing> parties) {
        return of(rule, parties.stream().map(s -> new Part(s, 1)).toList());
    }

    /// Parts added up one by one, so that they need not be kept.
    static final class Sum {
        private final EnumMap<Light, Long> weights = new EnumMap<>(Light.class);
        private final EnumMap<Light, Integer> counts = new EnumMap<>(Light.class);
        private int parts;
        private int finished;
        private long weight;
        private long percent;
        private boolean late;
        private @Nullable LocalDate due;

        void add(Part part) {
            var one = part.standing();
            weights.merge(one.light(), (long) part.weight(), Long::sum);
            counts.merge(one.light(), 1, Integer::sum);
            parts++;
            weight += part.weight();
            percent += (long) part.weight() * one.percent();
            late |= one.wasLate();
            if (one.percent() == Duty.DONE) {
                finished++;
            } else if (one.due() != null && (due == null || one.due().isBefore(due))) {
                due = one.due();
            }
        }

        Standing of(PlanRule rule) {
            if (parts == 0) {
                throw new IllegalArgumentException("nothing to roll up");
            }
            return new Standing(
                    switch (rule.rollUp()) {
                        case WORST -> Light.worst(List.copyOf(counts.keySet()));
                        case MOST -> heaviest();
                    },
                    late,
                    (int) (percent / weight),
                    Standing.Reason.ROLLED_UP,
                    List.of(
                            Integer.toString(parts),
                            Integer.toString(counts.getOrDefault(Light.RED, 0)),
                            Integer.toString(counts.getOrDefault(Light.YELLOW, 0)),
                            Integer.toString(finished)),
                    rule.id(),
                    due);
        }

        private Light heaviest() {
            long most = weights.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            return Light.worst(
                    weights.entrySet().stream()
                            .filter(e -> e.getValue() == most)
                            .map(java.util.Map.Entry::getKey)
                            .toList());
        }
    }

    /// The same for a commitment with a deadline of its own, which counts all the same.
    ///
    /// @param deadline last day of the whole, if it has one
    public static Standing of(
            PlanRule rule, List<Part> parts, @Nullable LocalDate deadline, LocalDate day) {
        var sum = new Sum();
        parts.forEach(sum::add);
        return of(rule, sum, deadline, day);
    }

    static Standing of(PlanRule rule, Sum sum, @Nullable LocalDate deadline, LocalDate day) {
        var rolled = sum.of(rule);
        if (deadline == null || !day.isAfter(deadline) || rolled.percent() == Duty.DONE) {
            return rolled;
        }
        return new Standing(
                Light.RED,
                rolled.wasLate(),
                rolled.percent(),
                Standing.Reason.OVERDUE,
                List.of(
                        deadline.toString(),
                        Long.toString(ChronoUnit.DAYS.between(deadline, day)),
                        Integer.toString(rolled.percent())),
                rule.id(),
                deadline);
    }
}
