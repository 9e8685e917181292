package org.tongquan.kernel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: UUIDs of version 7 (RFC 9562), whose order is the order in which one source made
/// them, also when its clock stands still or is set back. Thread-safe.
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

    private final InstantSource clock;
    private final RandomGenerator random;

    /// Milliseconds since 1970 in the upper bits, a counter within the millisecond in the lower 12.
    private long last;

    /// @param random a [java.security.SecureRandom] wherever ids are shown to strangers
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        var high = (last >>> COUNTER_BITS << 16) | VERSION_7 | (last & COUNTER_MASK);
        return new UUID(high, VARIANT | (random.nextLong() & VARIANT_MASK));
    }

    /// When the id was made, to the millisecond.
    ///
    /// @throws IllegalArgumentException when it is no UUID of version 7
    public static Instant timeOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException("no time in " + id);
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
