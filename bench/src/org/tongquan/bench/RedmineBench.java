package org.tongquan.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongquan.compact.cli.Places;
import org.tongquan.ledger.Ledger;

/// Side by side with Debian's Redmine: the same items and the same reports in both, the same
/// clients asking one after the other, signed in, each with its own session.
///
/// Both must give the same answers: the ids of a filtered list, of searches, and as many new
/// entries in the history of items as were sent.
public final class RedmineBench {
    private static final int ITEMS = 20_000;
    private static final int REPORTS_EACH = 10;
    private static final int[] CLIENTS = {4, 8};
    private static final int CHECKED = 20;
    private static final String DEMO_PASSWORD = "tongquan-demo";
    private static final int TARGET_P95_MS = 100;
    private static final double TARGET_RATIO = 5;

    private static final Pattern TOKEN =
            Pattern.compile("name=\"authenticity_token\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern ISSUE = Pattern.compile("id=\"issue-(\\d+)\"");
    private static final Pattern FOUND = Pattern.compile("href=\"/issues/(\\d+)\"");

    private final long warmNanos = TimeUnit.SECONDS.toNanos(seconds("TONGQUAN_BENCH_WARM", 5));
    private final long runNanos = TimeUnit.SECONDS.toNanos(seconds("TONGQUAN_BENCH_RUN", 20));
    private final String region;
    private final LocalDate today = LocalDate.now(Ledger.ZONE);

    private RedmineBench(String region) {
        this.region = region;
    }

    private static long seconds(String name, int otherwise) {
        return Long.parseLong(System.getenv().getOrDefault(name, Integer.toString(otherwise)));
    }

    public static void main(String[] arguments) throws Exception {
        var region = System.getenv().getOrDefault("TONGQUAN_BENCH_REGION", "capital-circle");
        var bench = new RedmineBench(region);
        var data = Instance.newData();
        stage("filling Tongquan");
        var same = bench.fill(data);
        stage("starting Tongquan");
        try (var instance = Instance.start(data, region)) {
            instance.awaitReady();
            beside(bench, same, instance);
        }
        Instance.delete(data);
    }

    private static void beside(RedmineBench bench, Same same, Instance instance) throws Exception {
        try (var redmine = Redmine.start()) {
            stage("filling Redmine");
            redmine.fill(same);
            try (var ours = instance.admin().dataSource().getConnection();
                    var theirs = redmine.connect()) {
                bench.measure(same, instance, redmine, ours, theirs);
            }
        }
    }

    private static void stage(String what) {
        System.out.println("bench: " + what);
    }

    /// The lists are made at the next start.
    private Same fill(java.nio.file.Path data) throws Exception {
        try (var instance = Instance.start(data, region)) {
            instance.awaitReady();
            try (var admin = instance.admin().dataSource().getConnection()) {
                new ManyItems(ITEMS, REPORTS_EACH, true)
                        .fill(
                                new SingleConnectionDataSource(admin, true),
                                Places.get(region),
                                today);
                return Same.read(admin, region);
            }
        } finally {
            java.nio.file.Files.deleteIfExists(data.resolve("instance.properties"));
        }
    }

    private void measure(
            Same same, Instance instance, Redmine redmine, Connection ours, Connection theirs)
            throws Exception {
        try (var statement = ours.createStatement()) {
            statement.execute("vacuum analyze");
        }
        var tongquan = new Tongquan(instance.address(), same);
        var other = new OfRedmine(redmine.address(), same, assignees(theirs));
        boolean lists = check(tongquan, other);
        stage("same ids in lists and searches: " + lists);
        for (var what : Product.What.values()) {
            for (int clients : CLIENTS) {
                long before = count(ours, OURS) - count(theirs, THEIRS);
                stage(what.words + ", " + clients + " clients: Tongquan");
                var we = run(tongquan, what, clients);
                stage(what.words + ", " + clients + " clients: Redmine");
                var they = run(other, what, clients);
                long sent = we.sent() - they.sent();
                boolean kept =
                        what != Product.What.UPDATE
                                || count(ours, OURS) - count(theirs, THEIRS) - before == sent;
                keep(what, clients, we, they, lists && kept, redmine.about());
            }
        }
    }

    private static final String OURS = "select count(*) from ledger.progress";
    private static final String THEIRS = "select count(*) from journals";

    private static long count(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// Ids of the people, in the order of the units.
    private static List<Integer> assignees(Connection theirs) throws SQLException {
        var ids = new ArrayList<Integer>();
        try (var statement = theirs.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id from users where lastname = 'Bench' order by id")) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
        return ids;
    }

    private void keep(
            Product.What what, int clients, Run we, Run they, boolean same, String about)
            throws IOException {
        History.of("redmine: " + what.words + ", " + clients + " clients")
                .times(we.times())
                .with("per_s", we.perSecond())
                .with("redmine_p50_ms", they.times().p50())
                .with("redmine_p95_ms", they.times().p95())
                .with("redmine_per_s", they.perSecond())
                .with("items", ITEMS)
                .with("reports", ITEMS * REPORTS_EACH)
                .with("same_answer", same)
                .with("target_p95_ms", TARGET_P95_MS)
                .with("target_ratio", TARGET_RATIO)
                .peer(about, we.perSecond() / they.perSecond())
                .keep();
    }

    private final class Tongquan extends Product {
        private final Pattern row = Pattern.compile("/ledger/" + region + "/bench-(\\d+)#");

        Tongquan(String address, Same same) {
            super(address, same);
        }

        @Override
        Reader client(int unit) throws IOException, InterruptedException {
            var reader = new Reader(address);
            var id = same.units().get(unit);
            int slash = id.indexOf('/');
            reader.signIn(id.substring(slash + 1) + "-" + id.substring(0, slash), DEMO_PASSWORD);
            reader.token(path(Product.own(same, unit).getFirst().number()), Reader.TOKEN);
            return reader;
        }

        private String path(int number) {
            return "/ledger/" + region + "/" + ManyItems.PREFIX + number;
        }

        @Override
        TreeSet<Integer> list(Reader reader, int unit) throws IOException, InterruptedException {
            return ids(row, reader.get("/ledger?unit=" + Reader.part(same.units().get(unit))));
        }

        @Override
        TreeSet<Integer> search(Reader reader, String words)
                throws IOException, InterruptedException {
            return ids(row, reader.get("/ledger?q=" + Reader.part(words)));
        }

        @Override
        String item(Reader reader, int number) throws IOException, InterruptedException {
            return reader.get(path(number));
        }

        @Override
        void update(Reader reader, Same.Item item, int percent)
                throws IOException, InterruptedException {
            reader.post(
                    path(item.number()) + "/reports",
                    Map.of(
                            "_csrf", reader.token(),
                            "party", item.party(),
                            "on", today.toString(),
                            "percent", Integer.toString(percent),
                            "text", NOTE));
        }
    }

    private static final String NOTE = "本季度完成前期工作，下一步按计划推进。";

    private final class OfRedmine extends Product {
        private final List<Integer> assignees;

        OfRedmine(String address, Same same, List<Integer> assignees) {
            super(address, same);
            this.assignees = assignees;
        }

        @Override
        Reader client(int unit) throws IOException, InterruptedException {
            var reader = new Reader(address);
            reader.post(
                    "/login",
                    Map.of(
                            "authenticity_token", reader.token("/login", TOKEN),
                            "username", "u" + unit,
                            "password", Redmine.PASSWORD));
            reader.token("/issues/" + Product.own(same, unit).getFirst().number(), TOKEN);
            return reader;
        }

        @Override
        TreeSet<Integer> list(Reader reader, int unit) throws IOException, InterruptedException {
            var query =
                    "set_filter=1&sort=id&per_page=50&f[]=assigned_to_id&op[assigned_to_id]=="
                            + "&v[assigned_to_id][]="
                            + assignees.get(unit);
            return ids(
                    ISSUE,
                    reader.get(
                            "/projects/bench/issues?"
                                    + query.replace("[", "%5B").replace("]", "%5D")
                                            .replace("==", "=%3D")));
        }

        @Override
        TreeSet<Integer> search(Reader reader, String words)
                throws IOException, InterruptedException {
            return ids(
                    FOUND,
                    reader.get(
                            "/projects/bench/search?issues=1&titles_only=1&all_words=1&q="
                                    + Reader.part(words)));
        }

        @Override
        String item(Reader reader, int number) throws IOException, InterruptedException {
            return reader.get("/issues/" + number);
        }

        @Override
        void update(Reader reader, Same.Item item, int percent)
                throws IOException, InterruptedException {
            reader.post(
                    "/issues/" + item.number(),
                    Map.of(
                            "_method", "patch",
                            "authenticity_token", reader.token(),
                            "issue[done_ratio]", Integer.toString(percent),
                            "issue[notes]", NOTE));
        }
    }

    /// Lists by every unit, searches with one, several, and no answer, and histories of items.
    private boolean check(Product ours, Product theirs) throws Exception {
        boolean same = true;
        try (var we = ours.client(0);
                var they = theirs.client(0)) {
            for (int unit = 0; unit < ours.same.units().size(); unit++) {
                same &= same("unit " + unit, ours.list(we, unit), theirs.list(they, unit));
            }
            var random = new Random(1);
            var words = new ArrayList<>(List.of("第" + ITEMS / 10, "没有这个词"));
            var last = "第" + REPORTS_EACH + "次报告";
            var own = Product.own(ours.same, 0);
            for (int i = 0; i < CHECKED; i++) {
                // a department reads the reports of its own party alone
                int number = own.get(random.nextInt(own.size())).number();
                words.add(Product.word(number));
                same &=
                        same(
                                "history of " + number,
                                ours.item(we, number).contains(last),
                                theirs.item(they, number).contains(last));
            }
            for (var word : words) {
                same &= same(word, ours.search(we, word), theirs.search(they, word));
            }
        }
        return same;
    }

    private static boolean same(String what, Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            stage("differs: " + what + ": Tongquan " + ours + ", Redmine " + theirs);
        }
        return ours.equals(theirs);
    }

    /// @param sent how many were answered, those of the warm-up as well
    private record Run(Times times, double perSecond, long sent) {}

    private Run run(Product product, Product.What what, int clients) throws Exception {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var readers = new ArrayList<Reader>();
            for (int c = 0; c < clients; c++) {
                readers.add(product.client(c % product.same.units().size()));
            }
            long counted = System.nanoTime() + warmNanos;
            var running = new ArrayList<Future<List<Long>>>();
            var sent = new java.util.concurrent.atomic.AtomicLong();
            for (int c = 0; c < clients; c++) {
                int client = c;
                Callable<List<Long>> work =
                        () -> {
                            int unit = client % product.same.units().size();
                            var own = Product.own(product.same, unit);
                            var random = new Random(client);
                            var nanos = new ArrayList<Long>();
                            long now = System.nanoTime();
                            while (now < counted + runNanos) {
                                long began = now;
                                product.act(what, readers.get(client), unit, random, own);
                                sent.incrementAndGet();
                                now = System.nanoTime();
                                if (began >= counted && now <= counted + runNanos) {
                                    nanos.add(now - began);
                                }
                            }
                            return nanos;
                        };
                running.add(threads.submit(work));
            }
            var all = new ArrayList<Long>();
            for (var one : running) {
                all.addAll(one.get());
            }
            readers.forEach(Reader::close);
            var times = Times.of(all.stream().mapToLong(Long::longValue).toArray());
            return new Run(times, all.size() / (runNanos / 1e9), sent.get());
        }
    }
}
