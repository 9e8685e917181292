package org.tongquan.ledger.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Resolved;

/// What an indicator says of one obligation on a day: computed from its values, never typed.
///
/// @param indicator id of the indicator
/// @param on day of the last value
/// @param value what is compared with path and target
/// @param path where the path of the indicator is on that day, if it has one
/// @param target what is to be reached, if the compact sets it
/// @param behind whether the value is worse than the path, and the target not reached
/// @param source where the last value was taken from
/// @param course progress on the day of each value, oldest first; empty where no share of the way
///     can be computed, and what is reported counts
public record Measured(
        String indicator,
        LocalDate on,
        BigDecimal value,
        @Nullable BigDecimal path,
        @Nullable BigDecimal target,
        boolean behind,
        String source,
        List<Duty.Report> course) {
    public Measured {
        course = List.copyOf(course);
    }

    /// Progress in whole per cent as of the last value; empty where none can be computed.
    public Optional<Integer> percent() {
        return course.isEmpty() ? Optional.empty() : Optional.of(course.getLast().percent());
    }

    /// Who knows the values of indicators.
    public interface Source {
        /// The values of a region as known at a moment. Called in a transaction of the ledger's job
        /// or of a body of the region.
        Book open(String region, Instant known);
    }

    /// The values of one region.
    public interface Book {
        /// What the indicator of an item says as of the end of a day; empty when it names none, or
        /// none has a value yet.
        ///
        /// @param version the compact in force on that day
        /// @param deadline of the item: the target due last by then counts
        Optional<Measured> of(
                Resolved version,
                String item,
                String party,
                @Nullable LocalDate deadline,
                LocalDate day);
    }
}
