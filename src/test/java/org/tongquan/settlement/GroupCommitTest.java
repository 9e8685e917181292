package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Ids;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Unit;

/// Many callers at once, connections that die, keys that are sent again.
@HouseTest
class GroupCommitTest {
    private static final int CALLERS = 1_000;
    private static final int ACCOUNTS = 20;

    @Autowired private ApplicationContext house;

    /// Each caller posts three times, each of these twice at once, between few accounts that must
    /// not fall below zero.
    @Test
    void aThousandCallersAtOncePostEachKeyOnce() throws Exception {
        var books = new TestBooks(house, "many-" + UUID.randomUUID(), Clock.systemUTC());
        var ids = accounts(books);
        var bank = books.open("-", "bank");
        for (var id : ids) {
            books.done(books.move("fill" + id.hashCode(), bank, id, 1_000));
        }
        var work = new ArrayList<Callable<Recorded>>();
        for (int i = 0; i < CALLERS; i++) {
            for (int k = 0; k < 3; k++) {
                var move =
                        books.move(
                                i + "." + k,
                                ids.get((i + k) % ACCOUNTS),
                                ids.get((i + 2 * k + 1) % ACCOUNTS),
                                1 + (i % 500));
                work.add(() -> books.post(move));
                work.add(() -> books.post(move));
            }
        }
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var answers = threads.invokeAll(work);
            for (int i = 0; i < answers.size(); i += 2) {
                requireAlike(answers.get(i).get(), answers.get(i + 1).get());
            }
        }
        assertThat(books.differences()).isEmpty();
        assertThat(books.unbalanced()).isZero();
        assertThat(ids).allMatch(id -> books.posted(id) >= 0);
        assertThat(ids.stream().mapToLong(books::posted).sum()).isEqualTo(1_000L * ACCOUNTS);
        long postings =
                books.count(
                        "select count(*) from settlement.posting where key like ?",
                        books.region + "/%");
        long batches =
                books.count(
                        """
                        select count(distinct no >> 14) from settlement.posting where key like ?
                        """,
                        books.region + "/%");
        assertThat(batches).as("many postings share a transaction").isLessThan(postings / 5);
        books.settlement.committer().stop();
    }

    /// A refused one may be accepted when it is sent again a moment later, never the other way.
    private static void requireAlike(Recorded one, Recorded other) {
        if (one instanceof Recorded.Done a && other instanceof Recorded.Done b) {
            assertThat(a.id()).isEqualTo(b.id());
            assertThat(a.again()).isNotEqualTo(b.again());
        }
    }

    private static List<String> accounts(TestBooks books) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < ACCOUNTS; i++) {
            ids.add(books.open(Account.notBelowZero(books.region, "p" + i, "transit", Unit.CNY)));
        }
        return ids;
    }

    /// Two processes keep the same books: whoever was overtaken reads again, and nobody notices.
    @Test
    void twoWritersOfTheSameAccountsLoseNothing() throws Exception {
        var one = new TestBooks(house, "two-" + UUID.randomUUID(), Clock.systemUTC());
        var other = new TestBooks(house, one.region, Clock.systemUTC());
        var from = one.open("990100", "transit");
        var to = one.open("990200", "transit");
        var work = new ArrayList<Callable<Recorded>>();
        for (int i = 0; i < 200; i++) {
            var books = i % 2 == 0 ? one : other;
            var move = one.move("" + i, from, to, 1);
            work.add(() -> books.post(move));
            // the same key by the other one too
            work.add(() -> (books == one ? other : one).post(move));
        }
        try (var threads = Executors.newFixedThreadPool(40)) {
            for (var answer : threads.invokeAll(work)) {
                assertThat(answer.get()).isInstanceOf(Recorded.Done.class);
            }
        }
        assertThat(one.posted(to)).isEqualTo(200);
        assertThat(one.differences()).isEmpty();
        one.settlement.committer().stop();
        other.settlement.committer().stop();
    }

    /// The connection dies before the first statement, before the second, and so on, until the
    /// posting goes through: before that there is nothing, afterwards all of it, and the key posts
    /// once. The last death is that of the commit itself, whose outcome nobody can know.
    @Test
    void aConnectionThatDiesAtAnyStatementLeavesNothingOrAll() {
        try (var pool = pool()) {
            var dying = new Dying(pool);
            var books = books(dying);
            var from = books.open("990100", "transit");
            var to = books.open("990200", "transit");
            var pending = reservation(books, from, to);
            int deaths = 0;
            var linked = linked(books, from, to, pending);
            for (int left = 0; ; left++) {
                long before = rows(books);
                dying.dieAfter(left);
                try {
                    books.settlement.postLinked(Settlement.JOB, linked);
                    dying.live();
                    break;
                } catch (RuntimeException e) {
                    deaths++;
                }
                dying.live();
                assertThat(rows(books)).as("after dying at statement " + left).isEqualTo(before);
                assertThat(books.differences()).isEmpty();
            }
            assertThat(deaths).isGreaterThanOrEqualTo(10);
            assertThat(books.differences()).isEmpty();
            assertThat(books.posted(to)).isEqualTo(7 + 100);
            books.settlement.committer().stop();
        }
    }

    @Test
    void anAnswerThatGotLostIsFoundAgainByItsKey() {
        try (var pool = pool()) {
            var dying = new Dying(pool);
            var books = books(dying);
            var from = books.open("990100", "transit");
            var to = books.open("990200", "transit");
            var move = books.move("lost", from, to, 7);
            dying.loseAnswerOfCommit();
            // the committer itself sends the keys again, and finds the first posting
            var answer = (Recorded.Done) books.post(move);
            assertThat(answer.again()).isTrue();
            assertThat(books.settlement.getByKey(Settlement.JOB, move.key())).isPresent();
            assertThat(books.posted(to)).isEqualTo(7);
            assertThat(books.differences()).isEmpty();
            books.settlement.committer().stop();
        }
    }

    private static Instruction reservation(TestBooks books, String from, String to) {
        var note = books.move("n", from, to, 1).note();
        var legs = List.of(new Leg(from, -100), new Leg(to, 100));
        return new Instruction.Reserve(books.region + "/pending", note, legs, null);
    }

    private static List<Instruction> linked(
            TestBooks books, String from, String to, Instruction reserve) {
        var id = books.done(reserve);
        var settle =
                new Instruction.Settle(books.region + "/settle", reserve.note(), id, List.of());
        return List.of(books.move("k", from, to, 7), settle);
    }

    private static long rows(TestBooks books) {
        return books.count(
                """
                select (select count(*) from settlement.posting where key like ?)
                    + (select count(*) from settlement.leg l join settlement.account a
                        on a.no = l.account where a.region = ?)
                    + (select sum(b.version) from settlement.balance b join settlement.account a
                        on a.no = b.account where a.region = ?)
                """,
                books.region + "/%",
                books.region,
                books.region);
    }

    private TestBooks books(DataSource source) {
        var acting = new Acting(source, new JdbcTransactionManager(source), Clock.systemUTC());
        var journal = new Journal(source, acting, Clock.systemUTC());
        var settlement =
                new Settlement(
                        source, acting, Clock.systemUTC(), journal, house.getBean(Ids.class));
        return new TestBooks(settlement, "dying-" + UUID.randomUUID());
    }

    private static HikariDataSource pool() {
        var app = TestHost.get().app();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(app.url());
        pool.setUsername(app.user());
        pool.setPassword(app.password());
        pool.setMaximumPoolSize(3);
        return pool;
    }

    /// Connections that end, for good, before a statement.
    private static final class Dying extends DelegatingDataSource {
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        private final AtomicInteger commitsToLose = new AtomicInteger();

        Dying(DataSource pool) {
            super(pool);
        }

        void dieAfter(int statements) {
            left.set(statements);
        }

        void live() {
            left.set(Integer.MAX_VALUE);
        }

        void loseAnswerOfCommit() {
            commitsToLose.set(1);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var real = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Dying.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                boolean counts =
                                        method.getName().equals("prepareStatement")
                                                || method.getName().equals("commit");
                                if (counts && left.getAndDecrement() <= 0) {
                                    real.unwrap(Connection.class).abort(Runnable::run);
                                    throw new SQLException("the connection died", "08006");
                                }
                                try {
                                    var answer = method.invoke(real, arguments);
                                    if (method.getName().equals("commit")
                                            && commitsToLose.getAndDecrement() > 0) {
                                        throw new SQLException("no answer came", "08006");
                                    }
                                    return answer;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }
}
