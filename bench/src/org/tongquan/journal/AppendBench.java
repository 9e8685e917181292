package org.tongquan.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tongquan.bench.History;
import org.tongquan.bench.Instance;
import org.tongquan.bench.Times;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.host.Progress;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;

/// Appends a second: `Journal.record` in real transactions, durable, the sequencer running beside.
///
/// Peer: as many plain inserts of a row of the same columns into a table with one key and no
/// row-level security, in transactions of the same kind and number, in turn with ours. Afterwards
/// every entry must have its leaf, and the tree must lead to the signed checkpoint.
public final class AppendBench {
    private static final int THREADS = 4;
    private static final int ROUNDS = 9;
    private static final Actor ACTOR =
            new Actor("bench", "bench/unit", "bench", java.util.Set.of());

    private static final String PLAIN =
            """
            create table bench_plain (
                id uuid primary key, kind text not null, subject uuid not null, body text not null,
                person text not null, at timestamptz not null, salt bytea not null,
                digest bytea not null)
            """;

    private static final String INSERT =
            """
            insert into bench_plain (id, kind, subject, body, person, at, salt, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Acting acting;
    private final Journal journal;
    private final JdbcClient db;
    private final Ids ids = new Ids(Clock.systemUTC(), new SecureRandom());
    private final byte[] salt = new byte[16];
    private final Digest digest = Digest.ofText("what was changed");

    private AppendBench(DataSource source) {
        acting = new Acting(
                        source, new DataSourceTransactionManager(source), Clock.systemUTC());
        journal = new Journal(source, acting, Clock.systemUTC());
        db = JdbcClient.create(source);
    }

    public static void main(String[] arguments) throws Exception {
        var data = Instance.newData();
        var settings = new HostSettings(0, "127.0.0.1", data, Optional.empty(), Optional.empty());
        try (var host = Host.serve(settings, Progress.SILENT);
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(host.app().url());
            pool.setUsername(host.app().user());
            pool.setPassword(host.app().password());
            pool.setMaximumPoolSize(THREADS + 2);
            prepare(data, host.app().url());
            var bench = new AppendBench(pool);
            var sequencer = new Sequencer(pool, bench.acting, Clock.systemUTC(), host.vault());
            var running = new Sequencing(sequencer);
            running.start();
            bench.measure("one entry a transaction", 200, 1);
            bench.measure("20 entries a transaction", 20, 20);
            running.stop();
            sequencer.finish();
            bench.verify();
        }
        Instance.delete(data);
    }

    private static void prepare(java.nio.file.Path data, String url) throws Exception {
        var properties = new java.util.Properties();
        try (var in =
                java.nio.file.Files.newInputStream(data.resolve("keys/database.properties"))) {
            properties.load(in);
        }
        var owner =
                new org.tongquan.host.Database(
                        url, "tongquan_owner", properties.getProperty("owner"));
        try (var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(PLAIN);
            statement.execute("grant insert on bench_plain to tongquan_app");
        }
    }

    private void measure(String scenario, int transactions, int each) throws Exception {
        var both =
                Times.inTurn(
                        1,
                        ROUNDS,
                        () -> all(transactions, () -> acting.as(ACTOR, () -> record(each))),
                        () -> all(transactions, () -> acting.as(ACTOR, () -> insert(each))));
        double rows = (double) transactions * THREADS * each;
        double ours = rows / both[0].p50() * 1000;
        double plain = rows / both[1].p50() * 1000;
        History.of("journal, " + scenario)
                .with("appends_per_s", ours)
                .with("plain_per_s", plain)
                .with("settings", THREADS + " threads, fsync and synchronous_commit on")
                .with("target_ratio", 0.7)
                .peer("plain inserts of the same columns", ours / plain)
                .keep();
    }

    private static int all(int transactions, Callable<?> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running =
                    IntStream.range(0, THREADS)
                            .<Future<?>>mapToObj(
                                    t ->
                                            threads.submit(
                                                    () -> {
                                                        for (int i = 0; i < transactions; i++) {
                                                            work.call();
                                                        }
                                                        return null;
                                                    }))
                            .toList();
            for (var one : running) {
                one.get();
            }
        }
        return transactions;
    }

    private int record(int each) {
        for (int i = 0; i < each; i++) {
            journal.record(ACTOR, "bench-recorded", ids.next(), digest);
        }
        return each;
    }

    private int insert(int each) {
        for (int i = 0; i < each; i++) {
            db.sql(INSERT)
                    .param(ids.next())
                    .param("bench-recorded")
                    .param(ids.next())
                    .param(ACTOR.body())
                    .param(ACTOR.person())
                    .param(Clock.systemUTC().instant().atOffset(java.time.ZoneOffset.UTC))
                    .param(salt)
                    .param(digest.bytes())
                    .update();
        }
        return each;
    }

    private void verify() throws Exception {
        long entries = count("select count(*) from journal.entry");
        long leaves = count("select count(*) from journal.leaf");
        long signed = count("select max(size) from journal.checkpoint");
        History.of("journal, leaves after the last append")
                .with("entries", entries)
                .with("leaves", leaves)
                .with("same_answer", entries == leaves && leaves == signed)
                .peer("entries", (double) leaves / entries)
                .keep();
    }

    private long count(String sql) {
        return acting.read(Actor.job("sequencer"), () -> db.sql(sql).query(Long.class).single());
    }
}
