package org.tongquan.ledger.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/// How often a calendar is read, and how often somebody without one may try: a bucket for each,
/// refilled steadily. Kept in memory by each instance; what is refused costs nothing.
@Component
public class Allowance {
    /// Readings of one address at once, and per minute.
    static final int READS = 10;

    /// Failed attempts of one network address at once, and per minute.
    static final int FAILURES = 20;

    /// Buckets kept; the one used longest ago is forgotten first.
    private static final int MOST = 10_000;

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<String, Left> left =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
                    return size() > MOST;
                }
            };
    private final LongSupplier nanos;

    public Allowance() {
        this(System::nanoTime);
    }

    Allowance(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Left(double turns, long at) {}

    /// Takes one reading of an address.
    ///
    /// @return seconds until the next one, 0 when it may be read
    public int read(Feeds.Reader reader) {
        return take("feed " + reader.feed(), READS);
    }

    /// Notes that a network address tried a secret that opens nothing. Whoever has one that opens
    /// is not kept waiting for it: behind a proxy many have the same address.
    ///
    /// @return seconds until it should try again, 0 when now
    public int failed(String address) {
        return take("from " + address, FAILURES);
    }

    private synchronized int take(String who, int perMinute) {
        long now = nanos.getAsLong();
        double perNano = perMinute / NANOS_PER_MINUTE;
        var before = left.get(who);
        double has =
                before == null
                        ? perMinute
                        : Math.min(perMinute, before.turns() + (now - before.at()) * perNano);
        boolean may = has >= 1;
        left.put(who, new Left(may ? has - 1 : has, now));
        return may ? 0 : (int) Math.ceil((1 - has) / perNano / NANOS_PER_SECOND);
    }
}
