package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.journal.NoteKey;
import org.tongquan.journal.Sequencer;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostedLeg;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Statement;

/// Balances at any moment, statements, proofs.
@HouseTest
class ReadingTest {
    private static final int LEGS = 1_700;

    private final SetClock clock = new SetClock(TestBooks.START);

    @Autowired private ApplicationContext house;
    private TestBooks books;
    private String city;
    private String cards;

    private record Fact(Instant recorded, Instant event, long amount) {}

    @Autowired
    void open() {
        books = new TestBooks(house, "read-" + UUID.randomUUID(), clock);
        city = books.open("990100", "transit");
        cards = books.open("990200", "transit");
    }

    @AfterEach
    void stop() {
        books.settlement.committer().stop();
        assertThat(books.differences()).isEmpty();
    }

    @Test
    void aBalanceAtAnyMomentIsWhatTheLegsUntilThenComeTo() {
        var facts = history();
        var random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            var moment = TestBooks.START.plusSeconds(random.nextLong(-3_000, 12_000));
            long recorded = 0;
            long happened = 0;
            for (var fact : facts) {
                recorded += fact.recorded().isAfter(moment) ? 0 : fact.amount();
                happened += fact.event().isAfter(moment) ? 0 : fact.amount();
            }
            var asOf = books.settlement.asOf(Settlement.JOB, cards, moment).orElseThrow();
            assertThat(asOf.posted()).as("recorded by " + moment).isEqualTo(recorded);
            assertThat(books.settlement.byEvent(Settlement.JOB, cards, moment))
                    .as("happened by " + moment)
                    .hasValue(happened);
        }
        var end = TestBooks.START.plusSeconds(99_999);
        var last = books.settlement.asOf(Settlement.JOB, cards, end);
        assertThat(last)
                .contains(books.settlement.find(Settlement.JOB, cards).orElseThrow().balance());
        assertThat(chunks()).isEqualTo(LEGS / Postings.CHUNK);
    }

    /// Some happened long before they were recorded, so their order of events is another one.
    private List<Fact> history() {
        var random = new SplittableRandom(3);
        var facts = new ArrayList<Fact>();
        while (facts.size() < LEGS) {
            clock.set(TestBooks.START.plusSeconds(facts.size() * 5L));
            var some = new ArrayList<Instruction>();
            for (int i = 0; i < 100; i++) {
                long amount = random.nextLong(1, 1_000);
                var late = Duration.ofSeconds(random.nextInt(4) == 0 ? random.nextInt(3_000) : 0);
                var event = clock.instant().minus(late);
                some.add(
                        books.move(
                                "" + (facts.size()),
                                event,
                                new Leg(city, -amount),
                                new Leg(cards, amount)));
                facts.add(new Fact(clock.instant(), event, amount));
            }
            books.settlement.postEach(Settlement.JOB, some).forEach(TestBooks::done);
        }
        return facts;
    }

    private long chunks() {
        return books.count(
                """
                select count(*) from settlement.chunk c
                join settlement.account a on a.no = c.account
                where a.id = ?
                """,
                cards);
    }

    @Test
    void aBalanceAsOfAMomentHasThePendingsOfThatMoment() {
        var note = new Note("test", TestBooks.START);
        var legs = List.of(new Leg(cards, -40), new Leg(city, 40));
        var pending = books.done(new Instruction.Reserve(books.region + "/p", note, legs, null));
        clock.set(TestBooks.START.plusSeconds(5));
        books.done(new Instruction.Settle(books.region + "/s", note, pending, List.of(-30L, 30L)));
        var before = books.settlement.asOf(Settlement.JOB, cards, TestBooks.START).orElseThrow();
        assertThat(before.posted()).isZero();
        assertThat(before.outgoing()).isEqualTo(-40);
        var after = books.settlement.asOf(Settlement.JOB, cards, clock.instant()).orElseThrow();
        assertThat(after.posted()).isEqualTo(-30);
        assertThat(after.outgoing()).isZero();
        var never = TestBooks.START.minusSeconds(1);
        assertThat(books.settlement.asOf(Settlement.JOB, cards, never).orElseThrow().version())
                .isZero();
    }

    @Test
    void aStatementLeadsFromItsOpeningToItsClosingPageByPage() {
        for (int i = 1; i <= 10; i++) {
            clock.set(TestBooks.START.plusSeconds(i));
            books.done(books.move("" + i, city, cards, i));
        }
        var from = TestBooks.START.plusSeconds(3);
        var to = TestBooks.START.plusSeconds(9);
        var first = statement(from, to, 0);
        assertThat(first.opening().posted()).isEqualTo(1 + 2);
        assertThat(first.closing().posted()).isEqualTo(36);
        assertThat(first.lines())
                .extracting(Statement.Line::amount)
                .containsExactly(3L, 4L, 5L, 6L);
        assertThat(first.lines()).extracting(l -> l.after().posted()).endsWith(21L);
        var second = statement(from, to, first.next().orElseThrow());
        assertThat(second.lines()).extracting(Statement.Line::amount).containsExactly(7L, 8L);
        assertThat(second.next()).isEmpty();
        assertThat(second.lines().getLast().after().posted()).isEqualTo(36);
        var empty = statement(to.plusSeconds(50), to.plusSeconds(60), 0);
        assertThat(empty.lines()).isEmpty();
        assertThat(empty.opening()).isEqualTo(empty.closing());
    }

    private Statement statement(Instant from, Instant to, long after) {
        return books.settlement.statement(Settlement.JOB, cards, from, to, after, 4).orElseThrow();
    }

    @Test
    void everyPostingOfABatchIsProvedAgainstItsRootInTheJournal() {
        var some = new ArrayList<Instruction>();
        for (int i = 0; i < 5; i++) {
            some.add(books.move("" + i, city, cards, 100 + i));
        }
        var ids =
                books.settlement.postEach(Settlement.JOB, some).stream()
                        .map(TestBooks::done)
                        .toList();
        house.getBean(Sequencer.class).finish();
        var keys = house.getBean(org.tongquan.journal.Journal.class).listKeys(Settlement.JOB);
        for (var id : ids) {
            var proof = proof(id);
            assertThat(proof.inclusion().size()).isEqualTo(5);
            assertThat(proof.holds(proof.root())).isTrue();
            assertThat(proof.isRecorded()).isTrue();
            var entry = proof.entry().orElseThrow();
            assertThat(keys).anyMatch((NoteKey key) -> entry.holds(key));
        }
    }

    @Test
    void aChangedPostingIsNotProved() {
        var id = books.done(books.move("1", city, cards, 100));
        var proof = proof(id);
        var open = (PostingProof.Part.Open) proof.legs().getFirst();
        var leg = open.leg();
        var more = new PostedLeg(leg.no(), leg.account(), leg.amount() - 1, 0, leg.text());
        var changed =
                new PostingProof(
                        proof.head(),
                        proof.salt(),
                        List.of(
                                new PostingProof.Part.Open(more, open.salt()),
                                proof.legs().getLast()),
                        proof.inclusion(),
                        proof.root(),
                        proof.entry());
        assertThat(changed.holds(proof.root())).isFalse();
        assertThat(proof.holds(Digest.ofText("another root"))).isFalse();
        assertThat(proof.holds(proof.root())).isTrue();
    }

    private PostingProof proof(PostingId id) {
        return books.settlement.prove(Settlement.JOB, id).orElseThrow();
    }

    @Test
    void balancesByMomentAreReadByIndex() {
        history();
        int account = (int) books.count("select no from settlement.account where id = ?", cards);
        var plan = new StringBuilder();
        books.all()
                .query(
                        "explain "
                                + Readings.AS_OF
                                        .replace("?::timestamptz", "'2041-03-01T05:00Z'")
                                        .replace("?", "" + account),
                        row -> {
                            plan.append(row.getString(1)).append('\n');
                        });
        assertThat(plan.toString())
                .contains("Index Scan")
                .contains("leg_account_version_key")
                .doesNotContain("Seq Scan on leg");
    }
}
