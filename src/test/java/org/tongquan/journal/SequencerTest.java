package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongquan.journal.Verification.Trust;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;

class SequencerTest {
    private static final Actor CLERK = new Actor("p1", "990300/fgw", "sample", Set.of());
    private static final Digest PAYLOAD = Digest.ofText("payload");
    private static final String KILL =
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'mortal' and state <> 'idle'
            """;

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 60;

    private static HikariDataSource pool;
    private static JournalOnTest house;

    private final UUID subject = UUID.randomUUID();
    private final AtomicLong time = new AtomicLong();
    private final ConcurrentLinkedQueue<Done> committed = new ConcurrentLinkedQueue<>();

    /// A committed transaction: when it began and was over, and what it recorded.
    private record Done(long began, long over, List<UUID> entries) {}

    @BeforeAll
    static void open() {
        pool = JournalOnTest.pool("sequencer-test");
        house = new JournalOnTest(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    @Timeout(60)
    void waitsForATransactionThatBeganEarlierAndCommitsLater() throws Exception {
        var recorded = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ids = new ConcurrentLinkedQueue<UUID>();
        var slow =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        house.acting.run(
                                                CLERK,
                                                () -> {
                                                    change();
                                                    ids.add(record());
                                                    recorded.countDown();
                                                    await(goOn);
                                                }));
        recorded.await();
        var quick =
                house.acting.as(
                        CLERK,
                        () -> {
                            change();
                            return record();
                        });
        house.sequencer.finish();
        assertThat(house.journal.prove(CLERK, quick)).isEmpty();
        goOn.countDown();
        slow.join();
        house.sequencer.finish();
        assertThat(index(ids.element())).isLessThan(index(quick));
    }

    /// The change itself, which gives a transaction its number before the entry is sent.
    private static void change() {
        JdbcClient.create(pool).sql("select pg_current_xact_id()").query().singleRow();
    }

    @Test
    @Timeout(120)
    void givesEachCommittedEntryOneLeafInTheOrderOfTheCommits() throws Exception {
        var writing = new AtomicBoolean(true);
        var turning = Thread.ofPlatform().start(() -> turnWhile(writing));
        write();
        writing.set(false);
        turning.join();
        house.sequencer.finish();
        assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS / 2);
        requireOneLeafEachInOrder();
        requireWholeTree();
    }

    /// The sequencer's connection is cut again and again, wherever it happens to be.
    @Test
    @Timeout(120)
    void leavesAWholeTreeWhenItIsKilledInTheMiddle() throws Exception {
        var writing = new AtomicBoolean(true);
        silence(TransactionTemplate.class.getName());
        silence("com.zaxxer.hikari");
        try (var mortal = JournalOnTest.pool("mortal")) {
            mortal.setMaximumPoolSize(2);
            var victim = new JournalOnTest(mortal).sequencer;
            var turning =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        while (writing.get()) {
                                            survive(victim);
                                        }
                                    });
            var killing = Thread.ofPlatform().start(() -> killWhile(writing));
            write();
            writing.set(false);
            turning.join();
            killing.join();
        }
        house.sequencer.finish();
        requireOneLeafEachInOrder();
        requireWholeTree();
    }

    @Test
    void signsAtMostOnceASecondAndNothingWhenNothingCame() {
        house.acting.as(CLERK, this::record);
        house.sequencer.finish();
        var before = house.journal.findCheckpoint(CLERK);
        house.sequencer.finish();
        assertThat(house.journal.findCheckpoint(CLERK)).isEqualTo(before);
        house.acting.as(CLERK, this::record);
        var turn = house.sequencer.turn();
        assertThat(turn.signed() && turn.sequenced() == 0).isFalse();
    }

    private void write() throws InterruptedException {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new SplittableRandom(writer);
                writers.submit(() -> write(random));
            }
        }
    }

    private void write(SplittableRandom random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            long began = time.incrementAndGet();
            int count = 1 + random.nextInt(3);
            boolean isToFail = random.nextInt(5) == 0;
            var ids = new ArrayList<UUID>();
            try {
                house.acting.run(
                        CLERK,
                        () -> {
                            for (int n = 0; n < count; n++) {
                                ids.add(record());
                                Thread.yield();
                            }
                            if (isToFail) {
                                throw new IllegalArgumentException("rolled back on purpose");
                            }
                        });
                committed.add(new Done(began, time.incrementAndGet(), ids));
            } catch (IllegalArgumentException _) {
                Thread.yield();
            }
        }
    }

    private void turnWhile(AtomicBoolean going) {
        while (going.get()) {
            house.sequencer.turn();
        }
    }

    private static void silence(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }

    private static void survive(Sequencer victim) {
        try {
            victim.finish();
        } catch (DataAccessException | TransactionException _) {
            Thread.yield();
        }
    }

    private static void killWhile(AtomicBoolean going) {
        var db = JdbcClient.create(pool);
        var random = new SplittableRandom(1);
        while (going.get()) {
            boolean isToKill = random.nextInt(5) == 0;
            db.sql(isToKill ? KILL : "select 1").query().listOfRows();
        }
    }

    private void requireOneLeafEachInOrder() {
        var indexes = new HashMap<UUID, Long>();
        for (var leaf : leaves()) {
            assertThat(indexes.put(leaf.getKey(), leaf.getValue())).isNull();
        }
        var expected = new HashSet<UUID>();
        committed.forEach(done -> expected.addAll(done.entries()));
        assertThat(indexes.keySet()).isEqualTo(expected);
        for (var done : committed) {
            var own = done.entries().stream().map(indexes::get).toList();
            assertThat(own).isSorted();
        }
        var byEnd = committed.stream().sorted(Comparator.comparing(Done::over)).toList();
        for (var later : committed) {
            long first = indexes.get(later.entries().getFirst());
            for (var earlier : byEnd) {
                if (earlier.over() > later.began()) {
                    break;
                }
                assertThat(indexes.get(earlier.entries().getLast())).isLessThan(first);
            }
        }
    }

    private void requireWholeTree() {
        var lines = new ArrayList<String>();
        house.journal.export(Journal.JOB, lines::add);
        var trust = new Trust(house.journal.listKeys(CLERK), Optional.empty());
        assertThat(Verification.of(lines.stream(), trust).findings()).isEmpty();
    }

    private List<Map.Entry<UUID, Long>> leaves() {
        return house.acting.read(
                CLERK,
                () ->
                        JdbcClient.create(pool)
                                .sql(
                                        """
                                        select l.entry, l.index
                                        from journal.leaf l
                                        join journal.entry e on e.id = l.entry
                                        where e.subject = :subject
                                        """)
                                .param("subject", subject)
                                .query(
                                        (row, number) ->
                                                Map.entry(
                                                        row.getObject(1, UUID.class),
                                                        row.getLong(2)))
                                .list());
    }

    private UUID record() {
        return house.journal.record(CLERK, "changed", subject, PAYLOAD);
    }

    private long index(UUID entry) {
        return house.journal.prove(CLERK, entry).orElseThrow().inclusion().index();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
