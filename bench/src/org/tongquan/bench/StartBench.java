package org.tongquan.bench;

import java.nio.file.Path;
import java.util.ArrayList;

/// From the start of `bin/run` until `/` answers 200, and the memory of both processes then.
///
/// Peer: `java -version`, the least that any program of the platform needs.
public final class StartBench {
    private static final int RUNS = 5;
    private static final long SETTLE_MS = 3_000;
    private static final int PAGES = 30;
    private static final double KB_PER_MB = 1024.0;

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var data = Instance.newData();
        first(data, region);
        again(data, region);
        Instance.delete(data);
    }

    /// Makes the database, adopts the compact, makes the accounts.
    private static void first(Path data, String region) throws Exception {
        var bare = bare(3);
        try (var instance = Instance.start(data, region)) {
            double first = instance.firstPageMs();
            double processor = instance.processorSeconds();
            instance.awaitReady();
            History.of("start to first page, empty data")
                    .with("p50_ms", first)
                    .with("java_processor_s", processor)
                    .peer("java -version", first / bare.p50())
                    .keep();
        }
    }

    private static void again(Path data, String region) throws Exception {
        var ours = new ArrayList<Double>();
        var bares = new ArrayList<Double>();
        double processor = 0;
        for (int i = 0; i < RUNS; i++) {
            bares.add(bare(1).p50());
            java.nio.file.Files.deleteIfExists(data.resolve("instance.properties"));
            try (var instance = Instance.start(data, region)) {
                ours.add(instance.firstPageMs());
                processor = instance.processorSeconds();
                instance.awaitReady();
                if (i == RUNS - 1) {
                    memory(instance, region);
                }
            }
        }
        var times = times(ours);
        History.of("start to first page, data there")
                .times(times)
                .with("java_processor_s", processor)
                .with("java_version_processor_s", Commands.processorSeconds("java", "-version"))
                .peer("java -version", times.p50() / times(bares).p50())
                .keep();
    }

    private static void memory(Instance instance, String region) throws Exception {
        Thread.sleep(SETTLE_MS);
        keep("memory after start (PSS)", instance);
        try (var reader = new Reader(instance.address())) {
            for (int i = 0; i < PAGES; i++) {
                reader.get("/public/" + region);
            }
        }
        keep("memory after %d pages (PSS)".formatted(PAGES), instance);
    }

    private static void keep(String scenario, Instance instance) throws Exception {
        var kb = instance.memory();
        double java = kb.get(0) / KB_PER_MB;
        double postgres = kb.get(1) / KB_PER_MB;
        History.of(scenario)
                .with("java_mb", java)
                .with("postgres_mb", postgres)
                .with("both_mb", java + postgres)
                .with("target_mb", 400)
                .peer("the target", (java + postgres) / 400)
                .keep();
    }

    private static Times bare(int runs) throws Exception {
        return Times.measure(1, runs, () -> Commands.run("java", "-version"));
    }

    private static Times times(Iterable<Double> millis) {
        var nanos = new ArrayList<Long>();
        millis.forEach(m -> nanos.add((long) (m * 1e6)));
        return Times.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }
}
