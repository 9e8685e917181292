package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.conduct.Measure.Series;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Measured;

/// The rule that makes progress of the values of an indicator. Pure: the same values, in whatever
/// order, give the same progress.
///
/// The target that counts is the last one due by the item's deadline. A value that meets it is 100
/// per cent; else the share of the way from the base to the target, cut off, at most 99. Without a
/// base a stock, a flow or a running total to be reached counts from zero; of a growth or a share
/// without a base no share of the way can be told.
final class Shares {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(Duty.DONE);
    private static final int MOST_UNFINISHED = Duty.DONE - 1;

    private Shares() {}

    /// @param achieved the latest revisions of the achieved values of one party up to a day
    static Optional<Measured> of(
            Measure measure, List<Reading> achieved, @Nullable LocalDate deadline) {
        var days = achieved.stream().map(Reading::on).distinct().sorted().toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        var aim = aim(measure, deadline);
        var course = new ArrayList<Duty.Report>();
        for (var day : days) {
            var percent = aim.flatMap(a -> percent(measure, a, value(measure, achieved, a, day)));
            percent.ifPresent(p -> course.add(new Duty.Report(day, p)));
        }
        var on = days.getLast();
        var value = value(measure, achieved, aim.orElse(null), on);
        var path = Paths.of(measure).at(on).orElse(null);
        boolean reached = aim.isPresent() && Standings.meets(aim.get(), value);
        return Optional.of(
                new Measured(
                        measure.id(),
                        on,
                        value,
                        path,
                        aim.map(Measure.Aim::value).orElse(null),
                        path != null && !reached && isWorse(measure, value, path),
                        achieved.stream()
                                .filter(r -> r.on().equals(on))
                                .map(Reading::source)
                                .findFirst()
                                .orElse(""),
                        course.size() == days.size() ? course : List.of()));
    }

    private static boolean isWorse(Measure measure, BigDecimal value, BigDecimal path) {
        int sign = value.compareTo(path);
        return measure.downwards() ? sign > 0 : sign < 0;
    }

    /// The last dated target due by the deadline, else the first dated one; of those without a day
    /// the first.
    static Optional<Measure.Aim> aim(Measure measure, @Nullable LocalDate deadline) {
        var dated =
                measure.targets().stream()
                        .filter(a -> a.by() != null)
                        .sorted(Comparator.comparing(a -> String.valueOf(a.by())))
                        .toList();
        if (dated.isEmpty()) {
            return measure.targets().stream().findFirst();
        }
        if (deadline == null) {
            return Optional.of(dated.getLast());
        }
        return dated.stream()
                .filter(a -> a.by() != null && !a.by().isAfter(deadline))
                .reduce((a, b) -> b)
                .or(() -> Optional.of(dated.getFirst()));
    }

    private static BigDecimal value(
            Measure measure, List<Reading> achieved, Measure.@Nullable Aim aim, LocalDate day) {
        var known = achieved.stream().filter(r -> !r.on().isAfter(day)).toList();
        return Standings.value(measure, known, aim, day);
    }

    /// In whole per cent, cut off; empty where no share of the way can be told.
    static Optional<Integer> percent(Measure measure, Measure.Aim aim, BigDecimal value) {
        if (Standings.meets(aim, value)) {
            return Optional.of(Duty.DONE);
        }
        var base = measure.base();
        boolean fromZero =
                base == null
                        && aim.value().signum() > 0
                        && !measure.downwards()
                        && (measure.series() == Series.STOCK
                                || measure.series() == Series.FLOW
                                || measure.series() == Series.CUMULATIVE);
        if (base == null && !fromZero) {
            return Optional.empty();
        }
        // a flow is summed since its base, whose own value is no part of the sum
        boolean sums = measure.series() == Series.FLOW;
        var from = base == null || sums ? BigDecimal.ZERO : base.value();
        var way = aim.value().subtract(from);
        if (way.signum() == 0) {
            return Optional.empty();
        }
        int percent =
                value.subtract(from)
                        .multiply(HUNDRED)
                        .divide(way, 0, RoundingMode.FLOOR)
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(MOST_UNFINISHED))
                        .intValue();
        return Optional.of(percent);
    }
}
