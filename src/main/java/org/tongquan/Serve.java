package org.tongquan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.cli.Places;
import org.tongquan.console.Exit;
import org.tongquan.host.CannotStart;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.identity.Demonstration;
import org.tongquan.ledger.simulating.Played;
import org.tongquan.ledger.simulating.Simulating;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Opens the ground, starts the house on it, and stays until it is told to stop.
@Command(name = "serve", description = "Runs an instance with its pages. 启动服务。")
class Serve implements Callable<Integer> {
    private static final long SEED = 20_200_603;
    private static final int TOLD_EVERY = 30;

    @Parameters(arity = "1", description = "The region to load from compacts/.")
    private String region = "";

    @Option(
            names = "--demo-year",
            description = "Play a simulated year first (marked as simulated everywhere).")
    private boolean demoYear;

    private final Instant began = Instant.now();

    @Override
    public Integer call() throws InterruptedException {
        var settings = HostSettings.from(System.getenv());
        stage("compact: " + region);
        var compact = Founding.read(Places.compacts(), region);
        var house = new House(Host.serve(settings, this::stage));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(house::close));
        try (house) {
            if (demoYear) {
                playDemoYear(house, compact);
            }
            open(house, settings, compact);
            house.awaitEnd();
        }
        return Exit.OK;
    }

    /// Starts the application, adopts the region's compact, prints where it is.
    private void open(House house, HostSettings settings, Resolved compact) {
        stage("application");
        var context =
                house.open(
                        WebApplicationType.SERVLET,
                        Map.of(
                                "tongquan.region", region,
                                "server.port", settings.port(),
                                "server.address", settings.address()));
        var founding = context.getBean(Founding.class);
        stage("adoption and lights");
        founding.adopt(compact);
        founding.refresh();
        List<Demonstration.Account> accounts =
                house.host().demonstration() ? founding.demonstrate(region) : List.of();
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        var address = "http://" + settings.address() + ":" + port;
        house.host().announce(address);
        // what reading and adopting left behind is given back, for it is more than serving needs
        System.gc();
        stage("ready");
        Welcome.print(System.out, address, region, accounts);
    }

    /// Plays the year before there are pages: the clock of the house is moved meanwhile.
    private void playDemoYear(House house, Resolved compact) {
        InTheHouse.requireDemonstration(house.host());
        stage("simulated year");
        Played played;
        try (var context = house.open(WebApplicationType.NONE, Map.of())) {
            context.getBean(Founding.class).adopt(compact);
            played = context.getBean(Simulating.class).play(region, SEED, this::tell);
        }
        switch (played) {
            case Played.Year year ->
                    stage(
                            "simulated year: %d steps through the doors, marked as simulated"
                                    .formatted(
                                            year.done().values().stream()
                                                    .mapToInt(Integer::intValue)
                                                    .sum()));
            case Played.Refused(var reason) when reason == Played.Reason.PLAYED_BEFORE ->
                    stage("simulated year: played before, left as it is");
            case Played.Refused(var reason) ->
                    throw new CannotStart(
                            "no year was played: people have worked on this data",
                            "name an empty directory with TONGQUAN_DATA");
        }
    }

    private void tell(int day) {
        if (day % TOLD_EVERY == 0) {
            stage("simulated year: day " + day);
        }
    }

    private void stage(String what) {
        var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        System.err.printf("[%5.1f s] %s%n", seconds, what);
    }
}
