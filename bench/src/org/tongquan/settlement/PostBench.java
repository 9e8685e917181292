package org.tongquan.settlement;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tongquan.bench.History;
import org.tongquan.bench.Instance;
import org.tongquan.host.Acting;
import org.tongquan.host.Database;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.host.Progress;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Ids;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Unit;

/// Postings of four legs a second, durable: 200 callers of the door, against [Plain] driven by
/// pgbench at the number of clients that suits it best, on the same PostgreSQL, in turn. Then whole
/// batches, against the same legs inserted set by set.
public final class PostBench {
    private static final int ACCOUNTS = 100_000;
    private static final int CALLERS = 200;
    private static final int[] CLIENTS = {4, 8, 20, 50};
    private static final int ROUNDS = 3;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int BATCH = 10_000;
    private static final int BATCHES = 6;
    private static final long[] AMOUNTS = {-200, 150, 40, 10};
    private static final Note NOTE = new Note("bench", Instant.parse("2026-03-01T00:00:00Z"));

    private final Settlement settlement;
    private final JdbcTemplate db;
    private final Acting acting;
    private final Plain plain;
    private final Database owner;
    private final String[] ids = new String[ACCOUNTS + 1];
    private final AtomicLong keys = new AtomicLong();

    private PostBench(HikariDataSource pool, Plain plain, Database owner) {
        this.plain = plain;
        this.owner = owner;
        var clock = Clock.systemUTC();
        acting = new Acting(pool, new JdbcTransactionManager(pool), clock);
        var journal = new Journal(pool, acting, clock);
        settlement =
                new Settlement(pool, acting, clock, journal, new Ids(clock, new SecureRandom()));
        db = new JdbcTemplate(pool);
    }

    public static void main(String[] arguments) throws Exception {
        var data = Instance.newData();
        var settings = new HostSettings(0, "127.0.0.1", data, Optional.empty(), Optional.empty());
        try (var host = Host.serve(settings, Progress.SILENT);
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(host.app().url());
            pool.setUsername(host.app().user());
            pool.setPassword(host.app().password());
            pool.setMaximumPoolSize(4);
            var owner = owner(data, host.app().url());
            var bench = new PostBench(pool, new Plain(owner, data, ACCOUNTS), owner);
            bench.open();
            bench.interactive();
            bench.bulk(true);
            bench.bulk(false);
            bench.verify();
            bench.settlement.committer().stop();
        }
        Instance.delete(data);
    }

    private static Database owner(Path data, String url) throws Exception {
        var properties = new Properties();
        try (var in = Files.newInputStream(data.resolve("keys/database.properties"))) {
            properties.load(in);
        }
        return new Database(url, "tongquan_owner", properties.getProperty("owner"));
    }

    private void open() {
        var accounts = new ArrayList<Account>();
        for (int i = 1; i <= ACCOUNTS; i++) {
            var account = Account.open("bench", "p" + i, "transit", Unit.CNY);
            ids[i] = account.id();
            accounts.add(account);
            if (accounts.size() == Settlement.MOST_AT_ONCE) {
                settlement.open(Settlement.JOB, accounts);
                accounts.clear();
            }
        }
    }

    private void interactive() throws Exception {
        int hotClients = bestClients(true);
        int uniformClients = bestClients(false);
        post(true, 3);
        post(false, 3);
        var plainHot = new double[ROUNDS];
        var hot = new double[ROUNDS];
        var plainUniform = new double[ROUNDS];
        var uniform = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            plainHot[i] = plain.run(true, hotClients, SECONDS);
            hot[i] = post(true, SECONDS);
            plainUniform[i] = plain.run(false, uniformClients, SECONDS);
            uniform[i] = post(false, SECONDS);
            System.err.printf(
                    Locale.ROOT,
                    "hot %.0f to %.0f, uniform %.0f to %.0f%n",
                    hot[i],
                    plainHot[i],
                    uniform[i],
                    plainUniform[i]);
        }
        keep("three hot accounts", median(hot), median(plainHot), hotClients, 8);
        keep("100,000 accounts", median(uniform), median(plainUniform), uniformClients, 3);
        History.of("settlement, hot against uniform")
                .with("hot_per_s", median(hot))
                .with("uniform_per_s", median(uniform))
                .with("target_ratio", 0.85)
                .peer("our own postings on 100,000 accounts", median(hot) / median(uniform))
                .keep();
    }

    private static void keep(String what, double ours, double plain, int clients, int target)
            throws Exception {
        History.of("settlement, postings of four legs, " + what)
                .with("postings_per_s", ours)
                .with("plain_per_s", plain)
                .with("settings", CALLERS + " callers; pgbench " + clients + " clients, prepared")
                .with("target_ratio", target)
                .peer("row-by-row PL/pgSQL driven by pgbench", ours / plain)
                .keep();
    }

    private int bestClients(boolean hot) throws Exception {
        int best = CLIENTS[0];
        double most = 0;
        for (int clients : CLIENTS) {
            double tps = plain.run(hot, clients, 4);
            if (tps > most) {
                most = tps;
                best = clients;
            }
        }
        return best;
    }

    private double post(boolean hot, int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        long began = System.nanoTime();
        long done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Long>>();
            for (int i = 0; i < CALLERS; i++) {
                var random = new SplittableRandom(i + began);
                running.add(threads.submit(() -> call(hot, random, end)));
            }
            for (var one : running) {
                done += one.get();
            }
        }
        return done * 1e9 / (System.nanoTime() - began);
    }

    private long call(boolean hot, SplittableRandom random, long end) {
        long done = 0;
        while (System.nanoTime() < end) {
            require(settlement.post(Settlement.JOB, move(accounts(hot, random))));
            done++;
        }
        return done;
    }

    private static void require(Recorded recorded) {
        if (!(recorded instanceof Recorded.Done)) {
            throw new IllegalStateException(recorded.toString());
        }
    }

    private Instruction move(int[] accounts) {
        var legs = new ArrayList<Leg>(accounts.length);
        for (int l = 0; l < accounts.length; l++) {
            legs.add(new Leg(ids[accounts[l]], AMOUNTS[l]));
        }
        return new Instruction.Move("bench/" + keys.incrementAndGet(), NOTE, legs);
    }

    private static int[] accounts(boolean hot, SplittableRandom random) {
        return hot
                ? new int[] {random.nextInt(4, ACCOUNTS + 1), 1, 2, 3}
                : random.ints(4, 1, ACCOUNTS + 1).toArray();
    }

    private void bulk(boolean hot) throws Exception {
        var random = new SplittableRandom(20200603);
        var ours = new double[BATCHES];
        var bare = new double[BATCHES];
        try (var connection = owner.dataSource().getConnection()) {
            for (int b = -2; b < BATCHES; b++) {
                var wanted = new int[BATCH][];
                Arrays.setAll(wanted, i -> accounts(hot, random));
                long began = System.nanoTime();
                plain.batch(connection, keys.addAndGet(BATCH), wanted, AMOUNTS);
                long middle = System.nanoTime();
                List<Instruction> all = Arrays.stream(wanted).map(this::move).toList();
                settlement.postEach(Settlement.JOB, all).forEach(PostBench::require);
                long end = System.nanoTime();
                if (b >= 0) {
                    bare[b] = BATCH * 4 * 1e9 / (middle - began);
                    ours[b] = BATCH * 4 * 1e9 / (end - middle);
                }
            }
        }
        History.of("settlement, bulk, " + (hot ? "three hot accounts" : "100,000 accounts"))
                .with("legs_per_s", median(ours))
                .with("bare_legs_per_s", median(bare))
                .with("settings", "batches of " + BATCH + " postings of four legs, one caller")
                .with("target_ratio", 0.6)
                .peer("the same legs inserted set by set", median(ours) / median(bare))
                .keep();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// The answers: everything adds up to zero, on both sides, and what is kept follows from legs.
    private void verify() throws Exception {
        var right =
                acting.read(
                        Settlement.JOB,
                        () ->
                                db.queryForObject(
                                        """
                                        select (select sum(posted) = 0 from settlement.balance)
                                            and (select sum(amount) = 0 from settlement.leg)
                                            and (select count(*) = 4 * (select count(*)
                                                from settlement.posting) from settlement.leg)
                                            and (select sum(version) from settlement.balance)
                                                = (select count(*) from settlement.leg)
                                            and not exists (select from settlement.balance b
                                                join settlement.leg l on l.account = b.account
                                                    and l.version = b.version
                                                where l.posted <> b.posted)
                                        """,
                                        Boolean.class));
        History.of("settlement, everything adds up to zero, balances are those of the legs")
                .with("postings", keys.get())
                .with("same_answer", Boolean.TRUE.equals(right) && plain.isRight())
                .peer("the plain tables", 1)
                .keep();
    }
}
