package org.tongquan.ledger.hooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long a telling waits for its next attempt. Pure.
final class Patience {
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private Patience() {}

    /// The pause after so many failed attempts; empty when it is given up.
    static Optional<Duration> after(int attempts) {
        return attempts < 1 || attempts > PAUSES.size()
                ? Optional.empty()
                : Optional.of(PAUSES.get(attempts - 1));
    }
}
