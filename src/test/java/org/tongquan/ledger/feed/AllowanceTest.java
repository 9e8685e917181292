package org.tongquan.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tongquan.kernel.Actor;

/// A calendar is read so often and no oftener.
class AllowanceTest {
    private static final Actor ACTOR = new Actor("p", "b", "r", Set.of());

    @Test
    void tenReadingsAtOnceThenOneEverySixSeconds() {
        var now = new AtomicLong();
        var allowance = new Allowance(now::get);
        var reader = new Feeds.Reader(new UUID(0, 1), ACTOR);
        for (int i = 0; i < Allowance.READS; i++) {
            assertThat(allowance.read(reader)).isZero();
        }
        assertThat(allowance.read(reader)).isEqualTo(6);
        assertThat(allowance.read(new Feeds.Reader(new UUID(0, 2), ACTOR))).isZero();
        now.addAndGet(6_000_000_000L);
        assertThat(allowance.read(reader)).isZero();
        assertThat(allowance.read(reader)).isEqualTo(6);
    }

    @Test
    void whoeverGuessesWaitsAndNobodyElse() {
        var allowance = new Allowance(() -> 0);
        for (int i = 0; i < Allowance.FAILURES; i++) {
            assertThat(allowance.failed("10.0.0.1")).isZero();
        }
        assertThat(allowance.failed("10.0.0.1")).isEqualTo(3);
        assertThat(allowance.failed("10.0.0.2")).isZero();
    }
}
