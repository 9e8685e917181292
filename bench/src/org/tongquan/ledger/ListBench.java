package org.tongquan.ledger;

import org.tongquan.ledger.standing.Light;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongquan.bench.History;
import org.tongquan.bench.Instance;
import org.tongquan.bench.Reader;
import org.tongquan.bench.Times;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.cli.Places;
import org.tongquan.host.Acting;
import org.tongquan.host.Database;
import org.tongquan.kernel.Actor;

/// List and search over 100,000 commitments with row-level security on: the whole page over HTTP,
/// and the query of one page of rows alone.
///
/// Peers, in turn with ours: the same SQL as a role that no row-level security binds, and an empty
/// round trip. Both must give the same rows.
public final class ListBench {
    private static final int COUNT = 100_000;
    private static final int WARM_UPS = 4;
    private static final int RUNS = 60;
    private static final String PASSWORD = "tongquan-demo";
    private static final int TARGET_MS = 100;
    private static final String COMMON = "湿地";
    private static final LocalDate TODAY = LocalDate.now(Ledger.ZONE);

    private final Resolved compact;
    private final String region;
    private final String party;
    private final String unit;
    private final String office;
    private final int count;

    private ListBench(Resolved compact, int count) {
        this.compact = compact;
        this.count = count;
        region = compact.compact().compact().id();
        party = compact.compact().members(TODAY).getFirst().id();
        unit = department();
        office =
                compact.compact().bodies().stream()
                        .filter(b -> b.party() == null && b.powers().toString().contains("DRAFT"))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    /// The first department of the first member, as the demonstration accounts have it.
    /// The demonstration has an account for it.
    private String department() {
        return party + "/fgw";
    }

    /// @param arguments how many commitments, 100,000 unless given
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length == 0 ? COUNT : Integer.parseInt(arguments[0]);
        var id = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var bench = new ListBench(Places.get(id), count);
        var data = Instance.newData();
        try (var instance = Instance.start(data, id)) {
            instance.awaitReady();
            int obligations = bench.fill(instance.admin());
            System.out.printf("%d commitments, %d obligations%n", count, obligations);
            bench.pages(instance.address());
            bench.queries(instance.app(), instance.admin());
        }
        Instance.delete(data);
    }

    private int fill(Database admin) throws Exception {
        try (var connection = admin.dataSource().getConnection()) {
            return ManyCommitments.fill(
                    new SingleConnectionDataSource(connection, true), compact, TODAY, count);
        }
    }

    private record Asked(Filter filter, Obligation.Cursor after) {}

    private Map<String, Asked> asked() {
        var start = Obligation.Cursor.START;
        var all = Filter.all(region);
        var asked = new LinkedHashMap<String, Asked>();
        asked.put("first page", new Asked(all, start));
        asked.put(
                "deep cursor", new Asked(all, new Obligation.Cursor(10_000 + count * 9 / 10, "")));
        asked.put("light red", new Asked(all.of(Light.RED), start));
        asked.put("one member", new Asked(filter(party, "", ""), start));
        asked.put("one unit", new Asked(filter("", unit, ""), start));
        asked.put("search, common word", new Asked(filter("", "", COMMON), start));
        asked.put("search, one hit", new Asked(filter("", "", "第%d项".formatted(count - 7)), start));
        asked.put(
                "search, English",
                new Asked(filter("", "", "task %d ".formatted(count - 7)), start));
        asked.put("search, no hit", new Asked(filter("", "", "没有这个词"), start));
        return asked;
    }

    private Filter filter(String party, String unit, String words) {
        return new Filter(
                region, "", party, unit, null, "", null, null, Filter.Only.ALL, words);
    }

    private Map<String, Actor> actors() {
        var actors = new LinkedHashMap<String, Actor>();
        actors.put("department", new Actor("bench", unit, region, Set.of()));
        actors.put("public", Actor.PUBLIC);
        return actors;
    }

    private void queries(Database app, Database admin) throws Exception {
        try (var ours = app.dataSource().getConnection();
                var theirs = admin.dataSource().getConnection()) {
            var bound = new Side(new SingleConnectionDataSource(ours, true));
            var free = new Side(new SingleConnectionDataSource(theirs, true));
            for (var who : actors().entrySet()) {
                for (var what : asked().entrySet()) {
                    if (who.getValue().equals(Actor.PUBLIC)
                            && !what.getValue().filter().unit().isEmpty()) {
                        continue; // who is assigned is not public: there is nothing to compare
                    }
                    query(
                            who.getKey(),
                            who.getValue(),
                            what.getKey(),
                            what.getValue(),
                            bound,
                            free);
                }
            }
        }
    }

    /// One role's way into the database.
    private record Side(
            Acting acting, JdbcClient db, Obligations obligations, Search search) {
        Side(DataSource source) {
            var db = JdbcClient.create(source);
            this(
                    new Acting(
                        source, new DataSourceTransactionManager(source), Clock.systemUTC()),
                    db,
                    new Obligations(db),
                    new Search(db));
        }

        /// As [Ledger#list] asks for them: a search counts as well.
        Search.Found rows(Actor actor, Asked asked) {
            int limit = Ledger.PAGE + 1;
            return acting.read(
                    actor,
                    () ->
                            asked.filter().words().isEmpty()
                                    ? new Search.Found(
                                            obligations.list(asked.filter(), asked.after(), limit),
                                            Map.of(),
                                            false)
                                    : search.find(asked.filter(), asked.after(), limit));
        }

        Map<Light, Integer> counts(Actor actor, Asked asked) {
            return acting.read(actor, () -> obligations.counts(asked.filter()));
        }

        int nothing(Actor actor) {
            return acting.read(actor, () -> db.sql("select 1").query(Integer.class).single());
        }
    }

    private void query(String who, Actor actor, String what, Asked asked, Side bound, Side free)
            throws Exception {
        boolean same =
                bound.rows(actor, asked).equals(free.rows(actor, asked))
                        && bound.counts(actor, asked).equals(free.counts(actor, asked));
        var times =
                Times.inTurn(
                        WARM_UPS,
                        RUNS,
                        () -> bound.rows(actor, asked),
                        () -> free.rows(actor, asked),
                        () -> bound.counts(actor, asked),
                        () -> free.counts(actor, asked),
                        () -> bound.nothing(actor));
        keep("list rows: " + what + ", " + who, times[0], times[1], times[4], same);
        if (asked.filter().words().isEmpty()) {
            keep("list counts: " + what + ", " + who, times[2], times[3], times[4], same);
        }
    }

    private void keep(String scenario, Times ours, Times theirs, Times nothing, boolean same)
            throws Exception {
        History.of(scenario)
                .times(ours)
                .with("commitments", count)
                .with("same_answer", same)
                .with("select_1_ms", nothing.p50())
                .with("to_select_1", ours.p50() / nothing.p50())
                .peer("the same without row-level security", ours.p50() / theirs.p50())
                .keep();
    }

    private void pages(String address) throws Exception {
        var local = unit.substring(unit.indexOf('/') + 1) + "-" + party;
        try (var reader = new Reader(address)) {
            reader.signIn(local, PASSWORD);
            staff("department", reader);
        }
        try (var reader = new Reader(address)) {
            reader.signIn(office, PASSWORD);
            staff("joint office", reader);
        }
        try (var reader = new Reader(address)) {
            var paths = paths("/public/" + region);
            for (var path : paths.entrySet()) {
                page("public", path.getKey(), reader, path.getValue());
            }
        }
    }

    private void staff(String who, Reader reader) throws Exception {
        for (var path : paths("/ledger").entrySet()) {
            page(who, path.getKey(), reader, path.getValue());
        }
        page(who, "my work", reader, "/work");
        page(who, "cockpit", reader, "/cockpit");
        page(who, "one commitment", reader, "/ledger/" + region + "/bench-" + count / 2);
    }

    private Map<String, String> paths(String root) {
        var paths = new LinkedHashMap<String, String>();
        for (var one : asked().entrySet()) {
            var filter = one.getValue().filter();
            var parts = new ArrayList<String>();
            parts.add("party=" + filter.party());
            parts.add("unit=" + Reader.part(filter.unit()));
            parts.add("light=" + (filter.light() == null ? "" : filter.light().word()));
            parts.add("q=" + Reader.part(filter.words()));
            var after = one.getValue().after();
            parts.add("after=" + (after.ordinal() < 0 ? "" : Reader.part(after.toString())));
            paths.put(one.getKey(), root + "?" + String.join("&", parts));
        }
        return paths;
    }

    private void page(String who, String what, Reader reader, String path) throws Exception {
        var times =
                Times.inTurn(
                        WARM_UPS,
                        RUNS,
                        () -> reader.get(path),
                        () -> reader.get("/actuator/health"));
        History.of("page: " + what + ", " + who)
                .times(times[0])
                .with("commitments", count)
                .with("target_p95_ms", TARGET_MS)
                .peer("the health page of the same process", times[0].p50() / times[1].p50())
                .keep();
    }
}
