package org.tongquan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints a result and appends it to `bench/history.jsonl`, one line of JSON each.
public final class History {
    private static final Path FILE = Path.of("bench", "history.jsonl");

    private final Map<String, Object> line = new LinkedHashMap<>();

    private History(String scenario) {
        line.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS));
        line.put("commit", System.getenv().getOrDefault("TONGQUAN_BENCH_COMMIT", "none"));
        line.put(
                "machine",
                "%s, %d processors, Java %s"
                        .formatted(
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()));
        line.put("scenario", scenario);
    }

    public static History of(String scenario) {
        return new History(scenario);
    }

    public History with(String name, Object value) {
        line.put(name, value);
        return this;
    }

    /// Median and 95th percentile in milliseconds.
    public History times(Times times) {
        return with("p50_ms", times.p50()).with("p95_ms", times.p95());
    }

    /// @param ratio ours to the peer's, from the same run
    public History peer(String peer, double ratio) {
        return with("peer", peer).with("ratio", ratio);
    }

    public void keep() throws IOException {
        var json =
                line.entrySet().stream()
                        .map(e -> text(e.getKey()) + ":" + value(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}\n"));
        System.out.print(
                line.entrySet().stream()
                        .skip(3)
                        .map(e -> e.getKey() + " " + shown(e.getValue()))
                        .collect(Collectors.joining("  ", "", "\n")));
        Files.writeString(FILE, json, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? shown(value)
                : text(value.toString());
    }

    private static String shown(Object value) {
        return value instanceof Double d
                ? String.format(Locale.ROOT, d < 10 ? "%.3f" : "%.1f", d)
                : value.toString();
    }

    private static String text(String raw) {
        return '"' + raw.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
