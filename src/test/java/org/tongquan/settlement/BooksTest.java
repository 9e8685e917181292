package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongquan.settlement.Verdict.Denied;
import org.tongquan.settlement.Verdict.Entered;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded.Reason;
import org.tongquan.settlement.posting.Unit;

/// The rule with worked numbers: sums, limits, the life of a pending.
class BooksTest {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Note NOTE = new Note("test", NOON);
    private static final Account CITY = Account.open("b", "1", "transit", Unit.CNY);
    private static final Account CARDS = Account.notBelowZero("b", "2", "prepaid", Unit.CNY);
    private static final Account DEBT = Account.notAboveZero("b", "2", "debt", Unit.CNY);
    private static final Account WATER = Account.open("b", "1", "quota", Unit.WATER);
    private static final Account RESERVOIR = Account.open("b", "2", "quota", Unit.WATER);

    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<PostingId, Kept> kept = new HashMap<>();
    private final Books books = new Books(standings, kept, NOON);

    BooksTest() {
        int no = 1;
        for (var account : List.of(CITY, CARDS, DEBT, WATER, RESERVOIR)) {
            standings.put(account.id(), new Standing(no++, account, 0, 0, 0, 0));
        }
    }

    @Test
    void legsAddUpToZeroInEachUnit() {
        assertThat(post(move(leg(CITY, -300), leg(CARDS, 300)))).isInstanceOf(Entered.class);
        assertThat(post(move(leg(CITY, -300), leg(CARDS, 299))))
                .isEqualTo(new Denied(Reason.UNBALANCED, "-0.01 CNY"));
        // 300 fen are no 300 litres
        assertThat(post(move(leg(CITY, -300), leg(WATER, 300)))).isInstanceOf(Denied.class);
        assertThat(
                        post(
                                move(
                                        leg(CITY, -300),
                                        leg(CARDS, 300),
                                        leg(WATER, 5_000),
                                        leg(RESERVOIR, -5_000))))
                .isInstanceOf(Entered.class);
        stands(CITY, -600, 0, 0);
        stands(WATER, 5_000, 0, 0);
    }

    @Test
    void severalLegsMayTouchOneAccount() {
        var entered = (Entered) post(move(leg(CITY, -300), leg(CARDS, 100), leg(CARDS, 200)));
        assertThat(entered.legs())
                .extracting(l -> l.after().posted())
                .containsExactly(-300L, 100L, 300L);
        assertThat(standings.get(CARDS.id()).version()).isEqualTo(2);
    }

    @Test
    void refusesMoreThanTheBalance() {
        post(move(leg(CITY, -500), leg(CARDS, 500)));
        assertThat(post(move(leg(CARDS, -501), leg(CITY, 501))))
                .isEqualTo(new Denied(Reason.BELOW_LEAST, CARDS.id()));
        assertThat(post(move(leg(CARDS, -500), leg(CITY, 500)))).isInstanceOf(Entered.class);
        assertThat(post(move(leg(DEBT, 1), leg(CITY, -1))))
                .isEqualTo(new Denied(Reason.ABOVE_MOST, DEBT.id()));
        stands(CARDS, 0, 0, 0);
    }

    @Test
    void limitsHoldForThePostingAsAWhole() {
        // in between the account would be at -200
        assertThat(post(move(leg(CARDS, -200), leg(CARDS, 300), leg(CITY, -100))))
                .isInstanceOf(Entered.class);
        stands(CARDS, 100, 0, 0);
    }

    @Test
    void whatIsReservedCannotBeSpentTwice() {
        post(move(leg(CITY, -500), leg(CARDS, 500)));
        pending(leg(CARDS, -400), leg(CITY, 400));
        stands(CARDS, 500, 0, -400);
        stands(CITY, -500, 400, 0);
        assertThat(post(move(leg(CARDS, -101), leg(CITY, 101))))
                .isEqualTo(new Denied(Reason.BELOW_LEAST, CARDS.id()));
        assertThat(post(move(leg(CARDS, -100), leg(CITY, 100)))).isInstanceOf(Entered.class);
    }

    @Test
    void settlesInPartAndGivesBackTheRest() {
        post(move(leg(CITY, -500), leg(CARDS, 500)));
        var id = pending(leg(CARDS, -400), leg(CITY, 400));
        assertThat(settle(id, -401L, 401L)).isEqualTo(new Denied(Reason.WRONG_PART, CARDS.id()));
        assertThat(settle(id, 1L, -1L)).isEqualTo(new Denied(Reason.WRONG_PART, CARDS.id()));
        assertThat(settle(id, -1L, 2L)).isEqualTo(new Denied(Reason.UNBALANCED, "0.01 CNY"));
        assertThat(settle(id, 0L, 0L)).isInstanceOf(Denied.class);
        assertThat(settle(id, -150L, 150L)).isInstanceOf(Entered.class);
        stands(CARDS, 350, 0, 0);
        stands(CITY, -350, 0, 0);
        assertThat(settle(id)).isEqualTo(new Denied(Reason.ENDED, id.toString()));
        assertThat(release(id)).isEqualTo(new Denied(Reason.ENDED, id.toString()));
    }

    @Test
    void settlesInFullOrReleases() {
        var first = pending(leg(CARDS, 70), leg(CITY, -70));
        var second = pending(leg(CARDS, 30), leg(CITY, -30));
        stands(CARDS, 0, 100, 0);
        assertThat(settle(first)).isInstanceOf(Entered.class);
        assertThat(release(second)).isInstanceOf(Entered.class);
        stands(CARDS, 70, 0, 0);
        stands(CITY, -70, 0, 0);
    }

    @Test
    void aPendingEndsAtItsMomentAndNotBefore() {
        var id = new PostingId(7);
        keepPending(id, NOON.plusSeconds(1));
        assertThat(timeOut(id)).isEqualTo(new Denied(Reason.ENDS_TOO_EARLY, id.toString()));
        var over = new PostingId(8);
        keepPending(over, NOON);
        assertThat(settle(over)).isEqualTo(new Denied(Reason.ENDED, over.toString()));
        assertThat(timeOut(over)).isInstanceOf(Entered.class);
        assertThat(timeOut(over)).isEqualTo(new Denied(Reason.ENDED, over.toString()));
        assertThat(
                        post(
                                new Instruction.Reserve(
                                        "r", NOTE, List.of(leg(CITY, -1), leg(CARDS, 1)), NOON)))
                .isEqualTo(new Denied(Reason.ENDS_TOO_EARLY, NOON.toString()));
    }

    @Test
    void aReversalMovesBackOnceWhatWasMoved() {
        var moved = (Entered) post(move(leg(CITY, -300), leg(CARDS, 300)));
        var id = keep(moved, new PostingId(1));
        assertThat(reverse(id)).isInstanceOf(Entered.class);
        stands(CARDS, 0, 0, 0);
        assertThat(reverse(id)).isEqualTo(new Denied(Reason.REVERSED_BEFORE, id.toString()));
        var pending = pending(leg(CITY, -5), leg(CARDS, 5));
        assertThat(reverse(pending))
                .isEqualTo(new Denied(Reason.NOT_REVERSIBLE, pending.toString()));
        var released = keep((Entered) release(pending), new PostingId(3));
        assertThat(reverse(released))
                .isEqualTo(new Denied(Reason.NOT_REVERSIBLE, released.toString()));
    }

    @Test
    void linkedInstructionsAreAllPostedOrNone() {
        var verdicts =
                books.post(
                        List.of(
                                move(leg(CITY, -5), leg(CARDS, 5)),
                                move(leg(CARDS, -6), leg(CITY, 6)),
                                move(leg(CITY, -7), leg(CARDS, 7))));
        assertThat(verdicts)
                .containsExactly(
                        new Denied(Reason.LINKED, "k"),
                        new Denied(Reason.BELOW_LEAST, CARDS.id()),
                        new Denied(Reason.LINKED, "k"));
        stands(CITY, 0, 0, 0);
        // the second sees what the first brought
        assertThat(
                        books.post(
                                List.of(
                                        move(leg(CITY, -5), leg(CARDS, 5)),
                                        move(leg(CARDS, -5), leg(CITY, 5)))))
                .allMatch(Entered.class::isInstance);
    }

    @Test
    void nothingWrapsRoundAtTheEndsOfLong() {
        var most = Long.MAX_VALUE;
        assertThat(post(move(leg(CITY, most), leg(CARDS, -most))))
                .isEqualTo(new Denied(Reason.BELOW_LEAST, CARDS.id()));
        assertThat(post(move(leg(CITY, Long.MIN_VALUE), leg(CARDS, 1))))
                .isEqualTo(new Denied(Reason.OVERFLOW, "k"));
        assertThat(post(move(leg(CARDS, most), leg(CITY, -most)))).isInstanceOf(Entered.class);
        assertThat(post(move(leg(CARDS, 1), leg(CITY, -1))))
                .isEqualTo(new Denied(Reason.OVERFLOW, "k"));
        // reserved beside posted does not fit either
        assertThat(
                        post(
                                new Instruction.Reserve(
                                        "k", NOTE, List.of(leg(CARDS, 1), leg(CITY, -1)), null)))
                .isEqualTo(new Denied(Reason.OVERFLOW, "k"));
        stands(CARDS, most, 0, 0);
    }

    @Test
    void saysWhatIsWrongWithAnInstruction() {
        assertThat(post(move(leg(CITY, -1)))).isEqualTo(new Denied(Reason.TOO_FEW_LEGS, ""));
        var many = new Leg[Books.MOST_LEGS + 1];
        java.util.Arrays.fill(many, leg(CITY, 1));
        assertThat(post(move(many))).isEqualTo(new Denied(Reason.TOO_MANY_LEGS, ""));
        assertThat(post(move(leg(CITY, 0), leg(CARDS, 0))))
                .isEqualTo(new Denied(Reason.EMPTY_LEG, CITY.id()));
        assertThat(post(move(new Leg("b/9/x/CNY", 1), leg(CITY, -1))))
                .isEqualTo(new Denied(Reason.UNKNOWN_ACCOUNT, "b/9/x/CNY"));
        var long_ = "x".repeat(Books.LONGEST_TEXT + 1);
        assertThat(post(move(new Leg(CITY.id(), 1, long_), leg(CARDS, -1))))
                .isEqualTo(new Denied(Reason.BAD_TEXT, CITY.id()));
        var legs = List.of(leg(CITY, -1), leg(CARDS, 1));
        for (var key : List.of("", "a b", "x".repeat(Books.LONGEST_KEY + 1), "a\0b")) {
            assertThat(post(new Instruction.Move(key, NOTE, legs)))
                    .extracting(v -> ((Denied) v).reason())
                    .isEqualTo(Reason.BAD_KEY);
        }
        assertThat(post(new Instruction.Move("k", new Note("", NOON), legs)))
                .isEqualTo(new Denied(Reason.BAD_PURPOSE, "k"));
        assertThat(settle(new PostingId(99)))
                .isEqualTo(new Denied(Reason.UNKNOWN_POSTING, "P0-99"));
    }

    private Verdict post(Instruction instruction) {
        return books.post(List.of(instruction)).getFirst();
    }

    private PostingId pending(Leg... legs) {
        var entered = (Entered) post(new Instruction.Reserve("k", NOTE, List.of(legs), null));
        return keep(entered, new PostingId(100 + kept.size()));
    }

    private void keepPending(PostingId id, Instant until) {
        var legs = List.of(new Kept.Moved(CITY.id(), 0, -10), new Kept.Moved(CARDS.id(), 0, 10));
        kept.put(id, new Kept(id, Kind.PENDING, "test", until, false, legs));
        standings.computeIfPresent(CITY.id(), (same, s) -> s.reserved(-10));
        standings.computeIfPresent(CARDS.id(), (same, s) -> s.reserved(10));
    }

    private PostingId keep(Entered entered, PostingId id) {
        var legs = new ArrayList<Kept.Moved>();
        for (var line : entered.legs()) {
            legs.add(new Kept.Moved(line.after().account().id(), line.amount(), line.reserved()));
        }
        kept.put(id, new Kept(id, entered.kind(), "test", entered.until(), false, legs));
        return id;
    }

    private Verdict settle(PostingId pending, Long... amounts) {
        return post(new Instruction.Settle("s", NOTE, pending, List.of(amounts)));
    }

    private Verdict release(PostingId pending) {
        return post(new Instruction.Release("s", NOTE, pending));
    }

    private Verdict timeOut(PostingId pending) {
        return post(Instruction.TimeOut.of(pending, "test", kept.get(pending).until()));
    }

    private Verdict reverse(PostingId original) {
        return post(new Instruction.Reverse("s", NOTE, original));
    }

    private void stands(Account account, long posted, long incoming, long outgoing) {
        var standing = standings.get(account.id());
        assertThat(List.of(standing.posted(), standing.incoming(), standing.outgoing()))
                .as(account.id())
                .containsExactly(posted, incoming, outgoing);
    }

    private static Instruction move(Leg... legs) {
        return new Instruction.Move("k", NOTE, List.of(legs));
    }

    private static Leg leg(Account account, long amount) {
        return new Leg(account.id(), amount);
    }
}
