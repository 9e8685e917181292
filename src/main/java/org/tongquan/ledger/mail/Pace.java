package org.tongquan.ledger.mail;

import java.util.Locale;
import java.util.Optional;

/// When a person gets mail.
public enum Pace {
    /// Each telling by itself, as soon as it is told.
    AT_ONCE,
    /// All of a day in one letter, in the morning; what was read meanwhile is left out.
    DAILY,
    NONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Pace> find(String word) {
        for (var pace : values()) {
            if (pace.word().equals(word)) {
                return Optional.of(pace);
            }
        }
        return Optional.empty();
    }
}
