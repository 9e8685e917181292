package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
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
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to roll up");
        }
        long weight = parts.stream().mapToLong(Part::weight).sum();
        long sum = parts.stream().mapToLong(p -> (long) p.weight() * p.standing().percent()).sum();
        var light =
                switch (rule.rollUp()) {
                    case WORST -> Light.worst(parts.stream().map(RollUp::light).toList());
                    case MOST -> heaviest(parts);
                };
        return new Standing(
                light,
                parts.stream().anyMatch(p -> p.standing().wasLate()),
                (int) (sum / weight),
                Standing.Reason.ROLLED_UP,
                List.of(
                        Integer.toString(parts.size()),
                        Long.toString(count(parts, Light.RED)),
                        Long.toString(count(parts, Light.YELLOW)),
                        Long.toString(
                                parts.stream()
                                        .filter(p -> p.standing().percent() == Duty.DONE)
                                        .count())),
                rule.id(),
                parts.stream()
                        .map(Part::standing)
                        .filter(s -> s.percent() < Duty.DONE)
                        .map(Standing::due)
                        .filter(Objects::nonNull)
                        .min(Comparator.<LocalDate>naturalOrder())
                        .orElse(null));
    }

    /// The same for a commitment with a deadline of its own, which counts all the same.
    ///
    /// @param deadline last day of the whole, if it has one
    public static Standing of(
            PlanRule rule, List<Part> parts, @Nullable LocalDate deadline, LocalDate day) {
        var rolled = of(rule, parts);
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

    private static Light heaviest(List<Part> parts) {
        var weights = new EnumMap<Light, Long>(Light.class);
        parts.forEach(p -> weights.merge(light(p), (long) p.weight(), Long::sum));
        long most = weights.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return Light.worst(
                weights.entrySet().stream()
                        .filter(e -> e.getValue() == most)
                        .map(java.util.Map.Entry::getKey)
                        .toList());
    }

    private static Light light(Part part) {
        return part.standing().light();
    }

    private static long count(List<Part> parts, Light light) {
        return parts.stream().filter(p -> light(p) == light).count();
    }
}
