package org.tongquan.bench;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.concurrent.Callable;

/// Commands that need neither Spring nor a database, as whole processes.
///
/// Peer: `java -version`, in turn with them.
public final class CommandBench {
    private static final int WARM_UPS = 1;
    private static final int RUNS = 9;
    private static final int LINES = 10_000;
    private static final int LENGTH = 20_000;

    private CommandBench() {}

    public static void main(String[] arguments) throws Exception {
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var folder = Files.createTempDirectory("tongquan-bench");
        var policy = Files.writeString(folder.resolve("policy.txt"), PolicyText.of(LENGTH));
        var csv = Files.writeString(folder.resolve("due.csv"), csv());
        measure("compact check " + region, "compact", "check", region);
        measure(
                "calendar due, %d lines".formatted(LINES),
                "calendar",
                "due",
                "--file",
                csv.toString());
        measure(
                "ledger read, 20,000 characters",
                "ledger",
                "read",
                policy.toString(),
                "--region",
                region,
                "--json");
        Files.delete(policy);
        Files.delete(csv);
        Files.delete(folder);
    }

    private static void measure(String scenario, String... words) throws Exception {
        var command = new String[words.length + 1];
        command[0] = "bin/tongquan";
        System.arraycopy(words, 0, command, 1, words.length);
        Callable<?> ours = () -> Commands.run(command);
        var both = Times.inTurn(WARM_UPS, RUNS, ours, () -> Commands.run("java", "-version"));
        History.of(scenario)
                .times(both[0])
                .with("processor_s", processor(command))
                .with("java_version_processor_s", processor("java", "-version"))
                .with("target_p50_ms", 1000)
                .peer("java -version", both[0].p50() / both[1].p50())
                .keep();
    }

    private static double processor(String... command) throws Exception {
        var seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = Commands.processorSeconds(command);
        }
        java.util.Arrays.sort(seconds);
        return seconds[1];
    }

    private static String csv() {
        var lines = new StringBuilder("start,n\n");
        var first = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < LINES; i++) {
            lines.append(first.plusDays(i % 700)).append(',').append(1 + i % 60).append('\n');
        }
        return lines.toString();
    }
}
