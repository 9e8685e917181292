package org.tongquan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongquan.bench.History;
import org.tongquan.bench.Instance;
import org.tongquan.bench.ManyItems;
import org.tongquan.compact.cli.Places;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.host.HouseClock;
import org.tongquan.host.Progress;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// Recomputes every light and every score.
public final class RecountBench {
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var compact = Founding.read(Places.compacts(), region);
        var data = Instance.newData();
        var settings = new HostSettings(0, "127.0.0.1", data, Optional.empty(), Optional.empty());
        try (var house = new House(Host.alone(settings, Progress.SILENT))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            context.getBean(Founding.class).adopt(compact);
            var ledger = context.getBean(Ledger.class);
            var today = ledger.today();
            var admin = Instance.admin(house.host().app().url(), data);
            timed("fill", () -> {
                try (var connection = admin.dataSource().getConnection()) {
                    new ManyItems(count, 2, false).fill(new SingleConnectionDataSource(connection, true), compact, today);
                }
                return 0;
            });
            timed("refresh first", () -> ledger.refresh(region));
            try (var connection = admin.dataSource().getConnection(); var s = connection.createStatement()) { s.execute("vacuum analyze"); }
            timed("refresh same", () -> ledger.refresh(region));
            var clock = context.getBean(HouseClock.class);
            for (int i = 1; i < 4; i++) {
                clock.moveTo(today.plusDays(i).atTime(LocalTime.of(0, 1)).atZone(Ledger.ZONE).toInstant());
                timed("refresh next day", () -> ledger.refresh(region));
            }
            var office = new Actor("bench", "job:ledger", region, Set.of(Power.ISSUE_REPORT));
            var span = Span.ended(today, 1).getFirst();
            for (int i = 0; i < 3; i++) {
                timed("scores " + span.name(), () -> context.getBean(Scoring.class).tried(office, compact, span).orElseThrow().size());
            }
        }
        Instance.delete(data);
    }

    static void timed(String what, java.util.concurrent.Callable<?> work) throws Exception {
        long t = System.nanoTime();
        var answer = work.call();
        System.out.printf("%s: %d ms -> %s%n", what, (System.nanoTime() - t) / 1_000_000, answer);
    }
}
