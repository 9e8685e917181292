package org.tongquan.ledger.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long a letter waits for its next attempt. Pure.
final class Patience {
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(24));

    private Patience() {}

    /// The pause after so many failed attempts; empty when it is given up.
    static Optional<Duration> after(int attempts) {
        return attempts < 1 || attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(PAUSES.get(attempts - 1));
    }
}
