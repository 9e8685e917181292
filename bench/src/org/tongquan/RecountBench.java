package org.tongquan;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongquan.bench.History;
import org.tongquan.bench.Instance;
import org.tongquan.bench.ManyItems;
import org.tongquan.bench.Times;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.cli.Places;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.host.HouseClock;
import org.tongquan.host.Progress;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// Every light and every score of a region with 100,000 items of a plan: what a new day does, and
/// what an evaluation of half a year is counted from.
///
/// Peer, in turn with ours: one plain reading of the same columns of the same rows by a role that
/// no row-level security binds, each row passed by unread, and one `COPY` of as many rows as a new
/// day changes.
public final class RecountBench {
    private static final int COUNT = 100_000;
    private static final int REPORTS = 2;
    private static final int WARM_UPS = 4;
    private static final int RUNS = 12;
    private static final int TARGET_MS = 2_000;
    private static final int FETCHED = 5_000;
    private static final LocalTime SHORTLY_AFTER_MIDNIGHT = LocalTime.of(0, 1);

    private static final String OBLIGATIONS =
            """
            select commitment, party, parent, weight, start_on, deadline, cycle, milestone_due,
                   milestone_percent, light, was_late, percent, reason, reason_values, rule, due
            from ledger.obligation
            """;

    private static final String REPORTED =
            "select commitment, party, on_day, percent from ledger.progress";

    private static final String PARTS =
            "select commitment, party, unit, role, valid_from, valid_to from ledger.assignment";

    private static final String ITEMS =
            """
            select id, parent, weight, start_on, deadline, parties, milestone_due, milestone_percent
            from ledger.plan_item
            """;

    private final ConfigurableApplicationContext context;
    private final Resolved compact;
    private final String region;
    private final int count;
    private LocalDate day;

    private RecountBench(ConfigurableApplicationContext context, Resolved compact, int count) {
        this.context = context;
        this.compact = compact;
        this.count = count;
        region = compact.compact().compact().id();
        day = ledger().today();
    }

    private Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    /// @param arguments how many items, 100,000 unless given
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? COUNT : Integer.parseInt(arguments[0]);
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var compact = Founding.read(Places.compacts(), region);
        var data = Instance.newData();
        var settings = new HostSettings(0, "127.0.0.1", data, Optional.empty(), Optional.empty());
        try (var house = new House(Host.alone(settings, Progress.SILENT))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            context.getBean(Founding.class).adopt(compact);
            var bench = new RecountBench(context, compact, count);
            var admin = Instance.admin(house.host().app().url(), data);
            try (var connection = admin.dataSource().getConnection()) {
                bench.fill(connection);
                bench.measure(connection, data);
            }
        }
        Instance.delete(data);
    }

    private void fill(Connection admin) throws Exception {
        System.out.printf("%d items, %d reports on each obligation%n", count, REPORTS);
        new ManyItems(count, REPORTS, false)
                .fill(new SingleConnectionDataSource(admin, true), compact, day);
        long began = System.nanoTime();
        int size = ledger().refresh(region);
        double first = (System.nanoTime() - began) / 1e6;
        try (var statement = admin.createStatement()) {
            statement.execute("vacuum analyze");
        }
        began = System.nanoTime();
        ledger().refresh(region);
        System.out.printf(
                "%d obligations; lists made in %.1f s, made again in %.1f s%n",
                size, first / 1e3, (System.nanoTime() - began) / 1e9);
    }

    private void measure(Connection admin, java.nio.file.Path data) throws Exception {
        admin.setAutoCommit(false);
        int changed = newDay();
        var all =
                Times.inTurn(
                        WARM_UPS,
                        RUNS,
                        this::newDay,
                        this::scores,
                        () -> read(admin, OBLIGATIONS) + read(admin, REPORTED) + copy(admin, changed),
                        () -> read(admin, ITEMS) + read(admin, REPORTED) + read(admin, PARTS));
        long reports = count(admin, "ledger.progress");
        keep("recount: all lights, a new day", all[0], all[2], reports, data, this::newDay)
                .with("changed_rows", changed)
                .keep();
        keep("recount: all scores, half a year", all[1], all[3], reports, data, this::scores)
                .with("units_and_parties", scores())
                .keep();
        double both = all[0].p50() + all[1].p50();
        History.of("recount: all lights and all scores")
                .with("p50_ms", both)
                .with("items", count)
                .with("target_ms", TARGET_MS)
                .peer(
                        "the same rows read plainly, the changed ones written by one COPY",
                        both / (all[2].p50() + all[3].p50()))
                .keep();
    }

    private History keep(
            String scenario,
            Times ours,
            Times plain,
            long reports,
            java.nio.file.Path data,
            Callable<Integer> again)
            throws Exception {
        double before = processorMs(data);
        again.call();
        return History.of(scenario)
                .times(ours)
                .with("processor_ms", processorMs(data) - before)
                .with("items", count)
                .with("reports", reports)
                .with("plain_ms", plain.p50())
                .peer(
                        "the same rows read plainly, the changed ones written by one COPY",
                        ours.p50() / plain.p50());
    }

    /// Processor time so far of this process and of PostgreSQL with what it started.
    private static double processorMs(java.nio.file.Path data) throws java.io.IOException {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ProcessHandle.current()), Instance.postgres(data))
                .mapToDouble(
                        p -> p.info().totalCpuDuration().map(java.time.Duration::toMillis).orElse(0L))
                .sum();
    }

    private int newDay() {
        day = day.plusDays(1);
        var moment = day.atTime(SHORTLY_AFTER_MIDNIGHT).atZone(Ledger.ZONE).toInstant();
        context.getBean(HouseClock.class).moveTo(moment);
        return context.getBean(NewDay.class).judge(region);
    }

    private int scores() {
        var office = new Actor("bench", "job:ledger", region, Set.of(Power.ISSUE_REPORT));
        return context.getBean(Scoring.class)
                .tried(office, compact, Span.ended(LocalDate.now(Ledger.ZONE), 1).getFirst())
                .map(List::size)
                .orElseThrow();
    }

    private static int read(Connection admin, String sql) throws SQLException {
        int rows = 0;
        try (var statement = admin.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows++;
                }
            }
        }
        return rows;
    }

    private static int copy(Connection admin, int rows) throws Exception {
        try (var statement = admin.createStatement()) {
            statement.execute(
                    "create temporary table bench_copy (a text, b text, c text, d integer, e date)"
                            + " on commit drop");
        }
        var text = "bench-1234\t370100\tred\t40\t2026-06-30\n".repeat(rows);
        admin.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy bench_copy from stdin",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        admin.commit();
        return rows;
    }

    private static long count(Connection admin, String table) throws SQLException {
        try (var statement = admin.createStatement();
                var found = statement.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
