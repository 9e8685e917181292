package org.tongquan.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The one clock of the house. It shows the system's time; a simulation moves it, and it goes on
/// ticking from there, so that a year can be played through the same doors as people use.
public final class HouseClock extends Clock {
    private final Clock system;
    private final AtomicReference<Duration> offset;

    public HouseClock() {
        this(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    private HouseClock(Clock system, AtomicReference<Duration> offset) {
        this.system = system;
        this.offset = offset;
    }

    /// From now on it is this moment.
    public void moveTo(Instant moment) {
        offset.set(Duration.between(system.instant(), moment));
    }

    /// Back to the system's time.
    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new HouseClock(system.withZone(zone), offset);
    }

    @Override
    public String toString() {
        return "house clock " + instant().atZone(ZoneOffset.UTC);
    }
}
