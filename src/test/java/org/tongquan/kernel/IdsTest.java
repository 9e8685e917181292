package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Ids ids = new Ids(now::get, new SplittableRandom(1));

    @Test
    void carriesVersionVariantAndTime() {
        var id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.timeOf(id)).isEqualTo(NOON);
    }

    @Test
    void growsWithinOneMillisecondAndWhenTheClockIsSetBack() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next().toString());
        }
        now.set(NOON.minusSeconds(3600));
        made.add(ids.next().toString());
        now.set(NOON.plusSeconds(3600));
        made.add(ids.next().toString());
        assertThat(made).isSorted();
        assertThat(new HashSet<>(made)).hasSameSizeAs(made);
    }

    @Test
    void theSameSourceGivesTheSameIds() {
        assertThat(new Ids(() -> NOON, new SplittableRandom(7)).next())
                .isEqualTo(new Ids(() -> NOON, new SplittableRandom(7)).next());
    }

    @Test
    void readsNoTimeFromOtherIds() {
        assertThatThrownBy(() -> Ids.timeOf(new UUID(0x4000L, Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
