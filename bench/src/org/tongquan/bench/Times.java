package org.tongquan.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/// How long the same thing took, many times.
///
/// @param sorted nanoseconds, shortest first
public record Times(long[] sorted) {
    private static final double NANOS = 1_000_000.0;
    private static final int FEWEST = 20;
    private static final long LONGEST_NANOS = 4_000_000_000L;

    public static Times of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    /// Runs it some times without counting, then counts.
    public static Times measure(int warmUps, int runs, Callable<?> work) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            work.call();
        }
        var nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            nanos[i] = once(work);
        }
        return of(nanos);
    }

    /// Runs them in turn, so that a change of the machine's speed meets all alike. Ends early, with
    /// twenty runs at least, when they take more than four seconds.
    public static Times[] inTurn(int warmUps, int runs, Callable<?>... works) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            for (var work : works) {
                work.call();
            }
        }
        var nanos = new long[works.length][runs];
        long began = System.nanoTime();
        int done = 0;
        while (done < runs && (done < FEWEST || System.nanoTime() - began < LONGEST_NANOS)) {
            for (int w = 0; w < works.length; w++) {
                nanos[w][done] = once(works[w]);
            }
            done++;
        }
        int counted = done;
        return Arrays.stream(nanos).map(n -> of(Arrays.copyOf(n, counted))).toArray(Times[]::new);
    }

    private static long once(Callable<?> work) throws Exception {
        long began = System.nanoTime();
        work.call();
        return System.nanoTime() - began;
    }

    /// Milliseconds that half of the runs stayed below.
    public double p50() {
        return at(0.50);
    }

    /// Milliseconds that 95 of 100 runs stayed below.
    public double p95() {
        return at(0.95);
    }

    private double at(double share) {
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / NANOS;
    }
}
