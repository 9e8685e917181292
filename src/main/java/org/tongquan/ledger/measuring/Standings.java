package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.conduct.Measure.Series;

/// The rule that says how an indicator stands for one party. Pure: the same values, in whatever
/// order, give the same standing.
///
/// A flow is judged by its sum since the base, or since the first of January of the target's year
/// where there is no base; every other series by its last value. A value that meets the target in
/// force has reached it; before the day of the target it is on its path or behind; after that day
// it
/// missed it. A target without a day is open until it is reached.
public final class Standings {
    private static final Comparator<LocalDate> LAST = Comparator.naturalOrder();

    private Standings() {}

    /// How an indicator stands for one party.
    ///
    /// @param on day of the last value
    /// @param value what is compared
    /// @param path where the path is on that day
    /// @param aim the target it is compared with
    public record Standing(
            Status status,
            @Nullable LocalDate on,
            @Nullable BigDecimal value,
            @Nullable BigDecimal path,
            Measure.@Nullable Aim aim) {}

    /// In the order in which people should look.
    public enum Status {
        /// The day of the target has passed, and it was not reached.
        MISSED,
        /// Worse than the path on the day of the last value.
        BEHIND,
        /// There is a target and no value.
        NO_VALUE,
        /// Not reached, and no day or no base to draw a path.
        OPEN,
        /// As good as the path or better.
        ON_PATH,
        /// The target is reached.
        REACHED,
        /// Only watched: the compact sets no target.
        WATCHED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// @param achieved the latest revisions of the achieved values of one party
    static Standing of(Measure measure, List<Reading> achieved, LocalDate today) {
        var known = achieved.stream().filter(r -> !r.on().isAfter(today)).toList();
        var last = known.stream().map(Reading::on).max(LAST);
        if (measure.targets().isEmpty()) {
            return last.map(
                            on ->
                                    new Standing(
                                            Status.WATCHED,
                                            on,
                                            value(measure, known, null, on),
                                            null,
                                            null))
                    .orElse(new Standing(Status.WATCHED, null, null, null, null));
        }
        if (last.isEmpty()) {
            var aim = aim(measure, today);
            return new Standing(Status.NO_VALUE, null, null, null, aim);
        }
        var on = last.get();
        var aim = aim(measure, on);
        var value = value(measure, known, aim, on);
        var path = Paths.of(measure).at(on);
        var status = status(measure, aim, value, path, today);
        return new Standing(status, on, value, path.orElse(null), aim);
    }

    private static Status status(
            Measure measure,
            Measure.Aim aim,
            BigDecimal value,
            Optional<BigDecimal> path,
            LocalDate today) {
        if (meets(aim, value)) {
            return Status.REACHED;
        }
        var by = aim.by();
        if (by != null && today.isAfter(by)) {
            return Status.MISSED;
        }
        if (path.isEmpty()) {
            return Status.OPEN;
        }
        int sign = value.compareTo(path.get());
        boolean worse = measure.downwards() ? sign > 0 : sign < 0;
        return worse ? Status.BEHIND : Status.ON_PATH;
    }

    /// The first target that falls on the day or after it; the last one when all lie before; of
    /// those without a day the first.
    private static Measure.Aim aim(Measure measure, LocalDate day) {
        var dated =
                measure.targets().stream()
                        .filter(a -> a.by() != null)
                        .sorted(Comparator.comparing(Standings::by))
                        .toList();
        if (dated.isEmpty()) {
            return measure.targets().getFirst();
        }
        return dated.stream().filter(a -> !by(a).isBefore(day)).findFirst().orElse(dated.getLast());
    }

    private static LocalDate by(Measure.Aim aim) {
        return java.util.Objects.requireNonNull(aim.by());
    }

    /// What is compared: the value of the day, or the sum of a flow up to it.
    static BigDecimal value(
            Measure measure, List<Reading> known, Measure.@Nullable Aim aim, LocalDate on) {
        if (measure.series() != Series.FLOW) {
            return known.stream()
                    .filter(r -> r.on().equals(on))
                    .map(Reading::value)
                    .findFirst()
                    .orElseThrow();
        }
        var since = since(measure, aim, on);
        return known.stream()
                .filter(r -> r.on().isAfter(since))
                .map(Reading::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate since(Measure measure, Measure.@Nullable Aim aim, LocalDate on) {
        var base = measure.base();
        if (base != null) {
            return base.on();
        }
        var by = aim == null ? null : aim.by();
        return LocalDate.of((by == null ? on : by).getYear(), 1, 1).minusDays(1);
    }

    /// Whether a value meets a target. "About" leaves it to people: it counts when it is equal.
    static boolean meets(Measure.Aim aim, BigDecimal value) {
        int sign = value.compareTo(aim.value());
        return switch (aim.operator()) {
            case AT_LEAST -> sign >= 0;
            case ABOVE -> sign > 0;
            case AT_MOST -> sign <= 0;
            case BELOW -> sign < 0;
            case EQUAL, ABOUT -> sign == 0;
        };
    }

    /// How an indicator did against the one it is to outdo, on the last day both have a value.
    ///
    /// @param difference in percentage points where both are growths or shares
    public record Against(
            Outcome outcome,
            @Nullable LocalDate on,
            @Nullable BigDecimal value,
            @Nullable BigDecimal other,
            @Nullable BigDecimal difference) {}

    /// Whether it outdid the other.
    public enum Outcome {
        OUTDONE,
        NOT_OUTDONE,
        /// No day on which both have a value.
        NO_PAIR;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Equal is not outdone.
    static Against against(List<Reading> own, List<Reading> others) {
        return own.stream()
                .sorted(Comparator.comparing(Reading::on).reversed())
                .flatMap(
                        a ->
                                others.stream()
                                        .filter(b -> b.on().equals(a.on()))
                                        .map(b -> pair(a, b)))
                .findFirst()
                .orElse(new Against(Outcome.NO_PAIR, null, null, null, null));
    }

    private static Against pair(Reading own, Reading other) {
        var difference = own.value().subtract(other.value());
        return new Against(
                difference.signum() > 0 ? Outcome.OUTDONE : Outcome.NOT_OUTDONE,
                own.on(),
                own.value(),
                other.value(),
                difference);
    }

    /// The readings that count: of each kind, party and day the latest revision, in the order of
    /// their days.
    static List<Reading> latest(Stream<Reading> all) {
        var latest = new java.util.HashMap<String, Reading>();
        all.forEach(
                r ->
                        latest.merge(
                                r.kind() + "@" + r.party() + "@" + r.on(),
                                r,
                                (a, b) -> a.revision() > b.revision() ? a : b));
        return latest.values().stream()
                .sorted(
                        Comparator.comparing(Reading::on)
                                .thenComparing(Reading::party)
                                .thenComparing(Reading::kind))
                .toList();
    }
}
