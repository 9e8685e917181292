package org.tongquan.identity.keys;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/// How many requests a key has left: as many as it may send in a minute, refilled steadily. Kept in
/// memory by each instance; what is refused costs nothing.
@Component
public class Allowance {
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<UUID, Left> left = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    public Allowance() {
        this(System::nanoTime);
    }

    Allowance(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Left(double requests, long at, boolean taken) {}

    /// Takes one request of this key.
    ///
    /// @return seconds until the next one, 0 when it may be carried out
    public int take(ApiKey key) {
        long now = nanos.getAsLong();
        double perNano = key.perMinute() / NANOS_PER_MINUTE;
        var after =
                left.compute(
                        key.id(),
                        (id, before) -> {
                            double has =
                                    before == null
                                            ? key.perMinute()
                                            : Math.min(
                                                    key.perMinute(),
                                                    before.requests()
                                                            + (now - before.at()) * perNano);
                            boolean taken = has >= 1;
                            return new Left(taken ? has - 1 : has, now, taken);
                        });
        return after.taken()
                ? 0
                : (int) Math.ceil((1 - after.requests()) / perNano / NANOS_PER_SECOND);
    }
}
