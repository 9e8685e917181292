package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.Settlement.Opening;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Recorded.Reason;
import org.tongquan.settlement.posting.Unit;

/// Posting on a real PostgreSQL.
@HouseTest
class SettlementTest {
    private final SetClock clock = new SetClock(TestBooks.START);

    @Autowired private Acting acting;
    private TestBooks books;
    private String city;
    private String cards;

    @Autowired
    void open(ApplicationContext house) {
        books = new TestBooks(house, "settle-" + UUID.randomUUID(), clock);
        city = books.open("990100", "transit");
        cards = books.open(Account.notBelowZero(books.region, "990200", "prepaid", Unit.CNY));
    }

    @AfterEach
    void stop() {
        books.settlement.committer().stop();
        assertThat(books.differences()).isEmpty();
        assertThat(books.unbalanced()).isZero();
    }

    @Test
    void postsAndReadsBack() {
        var basis = new Note.Basis("transit-share", "2026.3", Digest.ofText("inputs"));
        var note = new Note("transit-share", TestBooks.START.minusSeconds(60), basis);
        var key = books.region + "/1";
        var legs = List.of(new Leg(city, -1_234, "line 2"), new Leg(cards, 1_234));
        var id = books.done(new Instruction.Move(key, note, legs));
        var posting = books.settlement.get(Settlement.JOB, id).orElseThrow();
        assertThat(posting.head().kind()).isEqualTo(Kind.MOVED);
        assertThat(posting.head().note()).isEqualTo(note);
        assertThat(posting.head().recordedAt()).isEqualTo(TestBooks.START);
        assertThat(posting.legs()).extracting(l -> l.text()).containsExactly("line 2", "");
        assertThat(posting.others()).containsEntry(Unit.CNY, 0L);
        assertThat(books.settlement.getByKey(Settlement.JOB, key).orElseThrow()).isEqualTo(posting);
        assertThat(books.stands(cards)).containsExactly(1_234L, 0L, 0L);
    }

    @Test
    void theSameKeyPostsOnceAndOtherContentIsRefused() {
        var move = books.move("k", city, cards, 100);
        var id = books.done(move);
        clock.set(TestBooks.START.plusSeconds(5));
        assertThat(books.post(move)).isEqualTo(new Recorded.Done(id, TestBooks.START, true));
        assertThat(books.post(books.move("k", city, cards, 101)))
                .isEqualTo(new Recorded.Refused(Reason.KEY_TAKEN, books.region + "/k"));
        assertThat(books.posted(cards)).isEqualTo(100);
    }

    @Test
    void theSameKeyTwiceInOneBatchPostsOnce() {
        var move = books.move("k", city, cards, 100);
        var other = books.move("k", city, cards, 7);
        var answers = books.settlement.postEach(Settlement.JOB, List.of(move, move, other));
        var first = (Recorded.Done) answers.getFirst();
        assertThat(answers)
                .containsExactly(
                        first,
                        new Recorded.Done(first.id(), first.at(), true),
                        new Recorded.Refused(Reason.KEY_TAKEN, books.region + "/k"));
        assertThat(books.posted(cards)).isEqualTo(100);
    }

    @Test
    void oneBadPostingFailsAlone() {
        var answers =
                books.settlement.postEach(
                        Settlement.JOB,
                        List.of(
                                books.move("1", city, cards, 100),
                                books.move("2", cards, city, 101),
                                books.move("3", "x/y/z/CNY", city, 1),
                                books.move("4", cards, city, 60)));
        assertThat(answers.get(0)).isInstanceOf(Recorded.Done.class);
        assertThat(answers.get(1)).isEqualTo(new Recorded.Refused(Reason.BELOW_LEAST, cards));
        assertThat(answers.get(2))
                .isEqualTo(new Recorded.Refused(Reason.UNKNOWN_ACCOUNT, "x/y/z/CNY"));
        assertThat(answers.get(3)).isInstanceOf(Recorded.Done.class);
        assertThat(books.posted(cards)).isEqualTo(40);
    }

    @Test
    void linkedPostingsAreAllThereOrNone() {
        var linked = List.of(books.move("1", city, cards, 100), books.move("2", cards, city, 101));
        assertThat(books.settlement.postLinked(Settlement.JOB, linked))
                .containsExactly(
                        new Recorded.Refused(Reason.LINKED, books.region + "/2"),
                        new Recorded.Refused(Reason.BELOW_LEAST, cards));
        assertThat(books.posted(cards)).isZero();
        var good = List.of(books.move("1", city, cards, 100), books.move("2", cards, city, 100));
        var first = books.settlement.postLinked(Settlement.JOB, good);
        assertThat(first).allMatch(r -> r instanceof Recorded.Done done && !done.again());
        assertThat(books.settlement.postLinked(Settlement.JOB, good))
                .allMatch(r -> r instanceof Recorded.Done done && done.again());
        // a key of it in another company is not the same request
        var mixed = List.of(good.getFirst(), books.move("3", city, cards, 1));
        assertThat(books.settlement.postLinked(Settlement.JOB, mixed))
                .allMatch(r -> r instanceof Recorded.Refused);
    }

    @Test
    void aPendingReservesAndIsSettledInPart() {
        books.done(books.move("1", city, cards, 500));
        var pending = books.done(reserve("p", 400, null));
        assertThat(books.stands(cards)).containsExactly(500L, 0L, -400L);
        assertThat(books.stands(city)).containsExactly(-500L, 400L, 0L);
        assertThat(books.post(books.move("2", cards, city, 101)))
                .isEqualTo(new Recorded.Refused(Reason.BELOW_LEAST, cards));
        var note = new Note("test", TestBooks.START);
        var settled =
                books.done(
                        new Instruction.Settle(
                                books.region + "/s", note, pending, List.of(-150L, 150L)));
        assertThat(books.stands(cards)).containsExactly(350L, 0L, 0L);
        assertThat(books.settlement.get(Settlement.JOB, pending).orElseThrow().endedBy())
                .contains(settled);
        assertThat(books.post(new Instruction.Release(books.region + "/r", note, pending)))
                .isEqualTo(new Recorded.Refused(Reason.ENDED, pending.toString()));
        assertThat(reservations()).isZero();
    }

    @Test
    void aPendingTimesOutAtItsMoment() {
        books.done(books.move("1", city, cards, 500));
        var until = TestBooks.START.plusSeconds(10);
        var pending = books.done(reserve("p", 400, until));
        clock.set(until.minusNanos(1_000));
        assertThat(books.post(books.move("2", cards, city, 101)))
                .isEqualTo(new Recorded.Refused(Reason.BELOW_LEAST, cards));
        clock.set(until);
        // whoever posts next finds it timed out, and so does who would settle it
        var note = new Note("test", until);
        assertThat(
                        books.post(
                                new Instruction.Settle(
                                        books.region + "/s", note, pending, List.of())))
                .isEqualTo(new Recorded.Refused(Reason.ENDED, pending.toString()));
        assertThat(books.stands(cards)).containsExactly(500L, 0L, 0L);
        var end = books.settlement.get(Settlement.JOB, pending).orElseThrow().endedBy();
        var over = books.settlement.get(Settlement.JOB, end.orElseThrow()).orElseThrow();
        assertThat(over.head().kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(over.head().note().eventAt()).isEqualTo(until);
        assertThat(over.head().key()).isEqualTo("time-out/" + pending);
        assertThat(books.done(books.move("3", cards, city, 500))).isNotNull();
    }

    @Test
    void aPendingTimesOutAlsoWhileNobodyPosts() throws Exception {
        books.done(books.move("1", city, cards, 500));
        books.done(reserve("p", 400, TestBooks.START.plusSeconds(1)));
        clock.set(TestBooks.START.plusSeconds(1));
        for (int i = 0; i < 50 && reservations() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(books.stands(cards)).containsExactly(500L, 0L, 0L);
    }

    @Test
    void aCorrectionIsAPostingThatNamesTheOriginal() {
        var id = books.done(books.move("1", city, cards, 500));
        var note = new Note("correction", TestBooks.START);
        var reverse = new Instruction.Reverse(books.region + "/r", note, id);
        var reversal = books.done(reverse);
        assertThat(books.posted(cards)).isZero();
        var read = books.settlement.get(Settlement.JOB, reversal).orElseThrow();
        assertThat(read.head().related()).isEqualTo(id);
        assertThat(books.post(reverse)).isInstanceOf(Recorded.Done.class);
        assertThat(books.post(new Instruction.Reverse(books.region + "/again", note, id)))
                .isEqualTo(new Recorded.Refused(Reason.REVERSED_BEFORE, id.toString()));
    }

    @Test
    void onlyTheJobPostsAndNobodyTimesOut() {
        var office = new org.tongquan.kernel.Actor("p", "b:office", "b", java.util.Set.of());
        var move = books.move("k", city, cards, 1);
        assertThat(books.settlement.post(office, move))
                .isEqualTo(new Recorded.Refused(Reason.NOT_ALLOWED, move.key()));
        var pending = books.done(reserve("p", -1, TestBooks.START.plusSeconds(9)));
        assertThat(books.post(Instruction.TimeOut.of(pending, "test", TestBooks.START)))
                .isInstanceOf(Recorded.Refused.class);
        var legs = List.of(new Leg(city, -1), new Leg(cards, 1));
        var squat = new Instruction.Move("time-out/" + pending, move.note(), legs);
        assertThat(books.post(squat)).isEqualTo(new Recorded.Refused(Reason.BAD_KEY, ""));
        assertThat(books.settlement.open(office, List.of())).isEqualTo(new Opening.Refused(""));
    }

    @Test
    void anAccountKeepsItsLimits() {
        var same = Account.notBelowZero(books.region, "990200", "prepaid", Unit.CNY);
        assertThat(books.settlement.open(Settlement.JOB, List.of(same)))
                .isEqualTo(new Opening.Done(0));
        var other = Account.open(books.region, "990200", "prepaid", Unit.CNY);
        assertThat(books.settlement.open(Settlement.JOB, List.of(other)))
                .isEqualTo(new Opening.Refused(cards));
    }

    @Test
    void refusesToPostInsideAnotherTransaction() {
        var move = books.move("k", city, cards, 1);
        assertThatThrownBy(() -> acting.as(Settlement.JOB, () -> books.post(move)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Instruction reserve(String key, long amount, java.time.Instant until) {
        return new Instruction.Reserve(
                books.region + "/" + key,
                new Note("test", TestBooks.START),
                List.of(new Leg(cards, -amount), new Leg(city, amount)),
                until);
    }

    private long reservations() {
        return books.count(
                """
                select count(*) from settlement.reservation r
                join settlement.leg l on l.posting = r.posting
                join settlement.account a on a.no = l.account
                where a.region = ?
                """,
                books.region);
    }
}
