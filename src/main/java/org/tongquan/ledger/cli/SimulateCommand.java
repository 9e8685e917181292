package org.tongquan.ledger.cli;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.ledger.simulating.Path;
import org.tongquan.ledger.simulating.Played;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `ledger simulate --seed N`: plays a year on a region and says what happened in it.
@Command(
        name = "simulate",
        description = "Plays a made-up year through the doors, marked as simulated. 模拟运行一年。",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int TOLD_EVERY = 30;

    /// Plays the year inside the house.
    public interface Stage {
        Played play(String region, long seed, IntConsumer told);
    }

    private final Stage stage;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "N",
            description = "the same seed on empty data plays the same year")
    private long seed;

    @Option(
            names = "--region",
            paramLabel = "ID",
            defaultValue = "capital-circle",
            description = "compact to play on (default: ${DEFAULT-VALUE})")
    private String region = "";

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    public SimulateCommand(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Integer call() {
        return switch (stage.play(region, seed, SimulateCommand::tell)) {
            case Played.Year year -> {
                print(year);
                year.refusals().forEach(r -> System.err.println("refused: " + r));
                yield year.isWhole() ? Exit.OK : Exit.NO;
            }
            case Played.Refused(var reason) -> {
                System.err.println(sentence(reason));
                yield Exit.NO;
            }
        };
    }

    private static void tell(int day) {
        if (day % TOLD_EVERY == 0) {
            System.err.println("day " + day + " 第" + day + "天");
        }
    }

    private void print(Played.Year year) {
        var rows = new Listing("what", "count", "example");
        new TreeMap<>(year.done()).forEach((what, count) -> rows.row(what, count, ""));
        for (var path : Path.values()) {
            var example = year.paths().get(path);
            rows.row(
                    "path: " + path.word(),
                    example == null ? 0 : 1,
                    example == null ? "" : example);
        }
        rows.print(System.out, json);
    }

    private String sentence(Played.Reason reason) {
        return switch (reason) {
            case NO_REGION ->
                    "no version of '%s' was in force a year ago: name another with --region"
                            .formatted(region);
            case PLAYED_BEFORE ->
                    "a year was played on this data before: name an empty directory with"
                            + " TONGQUAN_DATA";
            case IN_USE ->
                    "people have worked on this data, and made-up data never joins theirs:"
                            + " name an empty directory with TONGQUAN_DATA";
        };
    }
}
