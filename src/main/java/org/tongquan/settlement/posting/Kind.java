package org.tongquan.settlement.posting;

import java.util.Locale;

/// What kind of posting it is. In tables: lower case with hyphens.
public enum Kind {
    /// Moved amounts at once.
    MOVED,
    /// Reserves amounts until it is ended.
    PENDING,
    /// Ended a pending by moving it, or part of it.
    SETTLED,
    /// Ended a pending by giving it up.
    RELEASED,
    /// Ended a pending at its moment.
    TIMED_OUT,
    /// Moved back what another posting moved.
    REVERSAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
