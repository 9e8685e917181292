package org.tongquan.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// As many requests as a minute allows, refilled steadily.
class AllowanceTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final Allowance allowance = new Allowance(nanos::get);

    private static ApiKey key(int perMinute) {
        return new ApiKey(
                UUID.randomUUID(),
                "r",
                "b",
                "n",
                "tq_x",
                Set.of(),
                perMinute,
                Instant.EPOCH,
                Instant.MAX,
                null,
                null,
                null);
    }

    @Test
    void sixAMinuteAreSixAtOnceAndThenOneEveryTenSeconds() {
        var key = key(6);
        for (int i = 0; i < 6; i++) {
            assertThat(allowance.take(key)).isZero();
        }
        assertThat(allowance.take(key)).isEqualTo(10);
        nanos.addAndGet(4 * SECOND);
        assertThat(allowance.take(key)).as("what is refused costs nothing").isEqualTo(6);
        nanos.addAndGet(6 * SECOND);
        assertThat(allowance.take(key)).isZero();
        assertThat(allowance.take(key)).isEqualTo(10);
    }

    @Test
    void restSavesUpNoMoreThanAMinuteAndKeysDoNotShare() {
        var key = key(2);
        allowance.take(key);
        nanos.addAndGet(3_600 * SECOND);
        assertThat(allowance.take(key)).isZero();
        assertThat(allowance.take(key)).isZero();
        assertThat(allowance.take(key)).as("an hour of rest saves up no more").isPositive();
        assertThat(allowance.take(key(2))).as("another key").isZero();
    }
}
