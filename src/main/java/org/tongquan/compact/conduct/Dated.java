package org.tongquan.compact.conduct;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.Validity;

/// A rule set that applies from one day to another.
public interface Dated {
    String id();

    LocalDate validFrom();

    /// Last day, if there is one.
    @Nullable LocalDate validTo();

    default boolean validOn(LocalDate at) {
        return Validity.covers(validFrom(), validTo(), at);
    }
}
