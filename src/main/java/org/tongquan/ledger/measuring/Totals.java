package org.tongquan.ledger.measuring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.Measure;

/// What may be added up, over members and over time. Pure.
///
/// | series | over members | over time |
/// |---|---|---|
/// | stock | added up | the last value |
/// | flow | added up | added up |
/// | cumulative | added up | the last value |
/// | growth, share | never | never |
public final class Totals {
    private Totals() {}

    /// The region's total of one day.
    ///
    /// @param value null when nothing is summed
    /// @param missing parties without a value on that day
    public record Total(Reason reason, @Nullable BigDecimal value, List<String> missing) {
        public Total {
            missing = List.copyOf(missing);
        }
    }

    /// Whether it was summed, or why not.
    public enum Reason {
        SUMMED,
        /// Growth rates of different bases have no sum.
        GROWTH,
        /// Shares of different wholes have no sum.
        SHARE,
        /// The compact says that the members' values must not be added up.
        APART,
        /// A member's value is missing: a sum would be too low.
        INCOMPLETE,
        /// One member is measured alone.
        ONE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param parties the members measured
    /// @param readings latest revisions of one kind
    static Total of(Measure measure, List<String> parties, List<Reading> readings, LocalDate on) {
        var refused = refused(measure, parties);
        if (refused != Reason.SUMMED) {
            return new Total(refused, null, List.of());
        }
        var values =
                readings.stream()
                        .filter(r -> r.on().equals(on))
                        .collect(Collectors.toMap(Reading::party, Reading::value));
        var missing = new TreeSet<>(Set.copyOf(parties));
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            return new Total(Reason.INCOMPLETE, null, List.copyOf(missing));
        }
        var sum =
                parties.stream()
                        .map(p -> java.util.Objects.requireNonNull(values.get(p)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Total(Reason.SUMMED, sum, List.of());
    }

    private static Reason refused(Measure measure, List<String> parties) {
        return switch (measure.series()) {
            case GROWTH -> Reason.GROWTH;
            case SHARE -> Reason.SHARE;
            case STOCK, FLOW, CUMULATIVE -> {
                if (measure.apart()) {
                    yield Reason.APART;
                }
                yield parties.size() < 2 ? Reason.ONE : Reason.SUMMED;
            }
        };
    }

    /// Whether a change between two values is in percentage points (个百分点) and not in per cent.
    static boolean isInPoints(Measure measure) {
        return measure.unit().equals("%");
    }
}
