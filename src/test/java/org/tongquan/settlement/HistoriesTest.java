package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Property;
import org.tongquan.settlement.Verdict.Entered;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Unit;

/// Long random histories, beside a slow model that adds everything up again each time.
@HouseTest
class HistoriesTest {
    private static final int STEPS = 600;

    @Autowired private ApplicationContext house;

    /// One thing to do; how it is understood depends on what is there.
    ///
    /// @param what move, reserve, settle, settle in part, release, reverse, or let time pass
    /// @param linked whether it goes together with the one after it
    private record Step(
            int what, int from, int to, long amount, int ref, int seconds, boolean linked) {}

    @Test
    void theRuleAgreesWithTheSlowModel() {
        var step =
                (Property.Gen<Step>)
                        c ->
                                new Step(
                                        (int) c.upTo(6),
                                        (int) c.upTo(6),
                                        (int) c.upTo(6),
                                        amount(c.upTo(9), c.upTo(Long.MAX_VALUE)),
                                        (int) c.upTo(1_000),
                                        (int) c.upTo(3),
                                        c.upTo(3) == 1);
        Property.forAll(Property.lists(step, 60), steps -> new Pure().run(steps));
    }

    /// Mostly small, now and then as large as there is.
    private static long amount(long kind, long raw) {
        return kind == 9 ? raw : raw % 60;
    }

    private static List<Account> accounts(String region) {
        return List.of(
                Account.open(region, "1", "open", Unit.CNY),
                Account.notBelowZero(region, "2", "purse", Unit.CNY),
                Account.notAboveZero(region, "3", "debt", Unit.CNY),
                new Account(region, "4", "bounded", Unit.CNY, -50L, 50L),
                Account.open(region, "1", "water", Unit.WATER),
                new Account(region, "2", "water", Unit.WATER, -40L, 90L));
    }

    /// Turns steps into instructions, and compares what becomes of them.
    private abstract static class History {
        final List<Account> accounts;
        final SlowModel model;
        final List<PostingId> ids = new ArrayList<>();
        private final String region;
        private Instant now = TestBooks.START;
        private int keys;

        History(String region) {
            this.region = region;
            this.accounts = accounts(region);
            this.model = new SlowModel(accounts);
        }

        /// The ids of what was posted; empty when it was refused.
        abstract List<PostingId> post(List<Instruction> linked, Instant at);

        abstract List<BigInteger> stands(String account);

        void run(List<Step> steps) {
            var linked = new ArrayList<Instruction>();
            for (var step : steps) {
                if (step.what() == 6) {
                    now = now.plusSeconds(step.seconds());
                    continue;
                }
                linked.add(instruction(step));
                if (!step.linked()) {
                    together(List.copyOf(linked));
                    linked.clear();
                }
            }
            compare();
        }

        private void together(List<Instruction> linked) {
            model.timeOut(now);
            boolean expected = model.post(linked, now);
            var posted = post(linked, now);
            assertThat(!posted.isEmpty()).as(linked.toString()).isEqualTo(expected);
            if (expected) {
                model.name(posted);
                ids.addAll(posted);
            }
        }

        void compare() {
            for (var account : accounts) {
                assertThat(stands(account.id()))
                        .as(account.id())
                        .isEqualTo(model.stands(account.id()));
            }
        }

        private Instruction instruction(Step step) {
            var key = region + "/" + keys++;
            var note = new Note("test", now.minusSeconds(step.seconds()));
            var of = ids.isEmpty() ? new PostingId(1 << 20) : ids.get(step.ref() % ids.size());
            return switch (step.what()) {
                case 0 -> new Instruction.Move(key, note, legs(step));
                case 1 ->
                        new Instruction.Reserve(
                                key,
                                note,
                                legs(step),
                                step.seconds() == 0 ? null : now.plusSeconds(step.seconds()));
                case 2 -> new Instruction.Settle(key, note, of, List.of());
                case 3 -> new Instruction.Settle(key, note, of, part(of, step.amount()));
                case 4 -> new Instruction.Release(key, note, of);
                default -> new Instruction.Reverse(key, note, of);
            };
        }

        /// Two legs, or four over both units; with an account that is not there for the number 6.
        private List<Leg> legs(Step step) {
            long amount = step.amount();
            var legs = new ArrayList<Leg>();
            legs.add(new Leg(name(step.from()), -amount));
            legs.add(new Leg(name(step.to()), amount));
            if (step.seconds() == 3) {
                legs.add(new Leg(name(4), amount % 7));
                legs.add(new Leg(name(5), -(amount % 7)));
            }
            return legs;
        }

        private String name(int account) {
            return account < accounts.size() ? accounts.get(account).id() : region + "/9/x/CNY";
        }

        private List<Long> part(PostingId of, long amount) {
            return model.rows().stream()
                    .filter(r -> r.id().equals(of))
                    .findFirst()
                    .map(r -> r.moves().stream().map(m -> amount * m.reserved().signum()).toList())
                    .orElse(List.of(1L));
        }
    }

    /// The rule alone, with what it needs kept in maps.
    private static final class Pure extends History {
        private final Map<String, Standing> standings = new HashMap<>();
        private final Map<PostingId, Kept> kept = new HashMap<>();

        Pure() {
            super("r");
            int no = 0;
            for (var account : accounts) {
                standings.put(account.id(), new Standing(no++, account, 0, 0, 0, 0));
            }
        }

        @Override
        List<PostingId> post(List<Instruction> linked, Instant at) {
            var books = new Books(standings, kept, at);
            for (var pending : List.copyOf(kept.values())) {
                if (pending.kind() == Kind.PENDING
                        && !pending.ended()
                        && pending.until() != null
                        && !pending.until().isAfter(at)) {
                    keep(
                            books.post(
                                    List.of(
                                            Instruction.TimeOut.of(
                                                    pending.id(), "test", pending.until()))));
                }
            }
            return keep(books.post(linked));
        }

        private List<PostingId> keep(List<Verdict> verdicts) {
            var posted = new ArrayList<PostingId>();
            for (var verdict : verdicts) {
                if (verdict instanceof Entered entered) {
                    var id = new PostingId(kept.size());
                    posted.add(id);
                    var legs =
                            entered.legs().stream()
                                    .map(
                                            l ->
                                                    new Kept.Moved(
                                                            l.after().account().id(),
                                                            l.amount(),
                                                            l.reserved()))
                                    .toList();
                    kept.put(
                            id, new Kept(id, entered.kind(), "test", entered.until(), false, legs));
                    if (entered.related() != null) {
                        kept.computeIfPresent(entered.related(), (same, k) -> k.asEnded());
                    }
                }
            }
            return posted;
        }

        @Override
        List<BigInteger> stands(String account) {
            var s = standings.get(account);
            return List.of(
                    BigInteger.valueOf(s.posted()),
                    BigInteger.valueOf(s.incoming()),
                    BigInteger.valueOf(s.outgoing()));
        }
    }

    @Test
    void theBooksAgreeWithTheSlowModelThroughRetries() {
        var random = new SplittableRandom(Long.getLong("property.seed", 20200603L));
        var clock = new SetClock(TestBooks.START);
        var books = new TestBooks(house, "history-" + UUID.randomUUID(), clock);
        var stored = new Stored(books, clock, random.split());
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(
                    new Step(
                            random.nextInt(7),
                            random.nextInt(7),
                            random.nextInt(7),
                            amount(random.nextInt(100) == 0 ? 9 : 0, random.nextLong() >>> 1),
                            random.nextInt(1_000),
                            random.nextInt(4),
                            random.nextInt(4) == 0));
        }
        stored.run(steps);
        assertThat(stored.ids).hasSizeGreaterThan(STEPS / 10);
        assertThat(books.differences()).as("replay").isEmpty();
        assertThat(books.unbalanced()).isZero();
        books.settlement.committer().stop();
    }

    /// The books on PostgreSQL; what was sent is sent again now and then.
    private static final class Stored extends History {
        private final TestBooks books;
        private final SetClock clock;
        private final SplittableRandom random;
        private final List<List<Instruction>> sent = new ArrayList<>();
        private final Map<List<Instruction>, List<PostingId>> answered = new HashMap<>();

        Stored(TestBooks books, SetClock clock, SplittableRandom random) {
            super(books.region);
            this.books = books;
            this.clock = clock;
            this.random = random;
            books.settlement.open(Settlement.JOB, accounts);
        }

        @Override
        List<PostingId> post(List<Instruction> linked, Instant at) {
            clock.set(at);
            if (!sent.isEmpty() && random.nextInt(3) == 0) {
                var again = sent.get(random.nextInt(sent.size()));
                assertThat(send(again)).isEqualTo(answered.get(again));
            }
            var posted = send(linked);
            if (!posted.isEmpty()) {
                sent.add(linked);
                answered.put(linked, posted);
            }
            return posted;
        }

        private List<PostingId> send(List<Instruction> linked) {
            return books.settlement.postLinked(Settlement.JOB, linked).stream()
                    .filter(Recorded.Done.class::isInstance)
                    .map(TestBooks::done)
                    .toList();
        }

        @Override
        List<BigInteger> stands(String account) {
            return books.stands(account).stream().map(BigInteger::valueOf).toList();
        }
    }
}
