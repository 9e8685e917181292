package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tongquan.compact.conduct.Measure;

/// The path of an indicator: straight from its base to the first target, and on from target to
/// target, by days. Pure. Without a base or a dated target there is none; after the last target it
/// stays there.
final class Paths {
    /// Decimals kept beyond those the indicator is shown with.
    private static final int FINER = 2;

    private final TreeMap<LocalDate, BigDecimal> points = new TreeMap<>();
    private final int scale;

    private Paths(Measure measure) {
        this.scale = measure.decimals() + FINER;
        for (var aim : measure.targets()) {
            if (aim.by() != null) {
                points.put(aim.by(), aim.value());
            }
        }
        var base = measure.base();
        if (base == null || points.isEmpty()) {
            points.clear();
        } else {
            points.put(base.on(), base.value());
        }
    }

    static Paths of(Measure measure) {
        return new Paths(measure);
    }

    /// Days at which it bends.
    List<LocalDate> days() {
        return List.copyOf(points.keySet());
    }

    /// Where the path is on a day; empty before its base, and where there is no path.
    Optional<BigDecimal> at(LocalDate day) {
        var before = points.floorEntry(day);
        var after = points.ceilingEntry(day);
        if (before == null) {
            return Optional.empty();
        }
        if (after == null || after.getKey().equals(before.getKey())) {
            return Optional.of(before.getValue());
        }
        var whole = ChronoUnit.DAYS.between(before.getKey(), after.getKey());
        var gone = ChronoUnit.DAYS.between(before.getKey(), day);
        var rise = after.getValue().subtract(before.getValue());
        return Optional.of(
                before.getValue()
                        .add(
                                rise.multiply(BigDecimal.valueOf(gone))
                                        .divide(
                                                BigDecimal.valueOf(whole),
                                                scale,
                                                RoundingMode.HALF_UP)));
    }
}
