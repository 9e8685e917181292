package org.tongquan.settlement;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Balance;
import org.tongquan.settlement.posting.Head;
import org.tongquan.settlement.posting.Holding;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.PostedLeg;
import org.tongquan.settlement.posting.Posting;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Recorded.Reason;
import org.tongquan.settlement.posting.Statement;
import org.tongquan.settlement.posting.Unit;

/// The door: everything the rest of the house may ask of the books.
///
/// Posting is left to [#JOB]; parties read. A posting is committed in a transaction of its own,
/// together with those of other callers: a caller that needs it to go with a change elsewhere keeps
/// the key and sends it again.
@Component
public class Settlement {
    /// Opens accounts and posts.
    public static final Actor JOB = Actor.job("settlement");

    /// Instructions of one call, and accounts opened at once.
    public static final int MOST_AT_ONCE = 10_000;

    /// Accounts of a list, lines of a statement's page.
    public static final int MOST_LISTED = 1_000;

    private final Acting acting;
    private final Clock clock;
    private final Ids ids;
    private final Journal journal;
    private final Accounts accounts;
    private final Readings readings;
    private final Committer committer;

    @Autowired
    public Settlement(DataSource source, Acting acting, Clock clock, Journal journal, Ids ids) {
        var db = new JdbcTemplate(source);
        this.acting = acting;
        this.clock = clock;
        this.ids = ids;
        this.journal = journal;
        this.accounts = new Accounts(db);
        this.readings = new Readings(db);
        this.committer =
                new Committer(
                        new Committing(
                                acting,
                                clock,
                                journal,
                                ids,
                                new SecureRandom(),
                                accounts,
                                new Postings(db)));
    }

    /// The thread that commits, for whoever starts and stops the house.
    Committer committer() {
        return committer;
    }

    @PreDestroy
    void stop() {
        committer.stop();
    }

    /// What became of opening accounts.
    public sealed interface Opening {
        /// @param opened how many were not there before
        record Done(int opened) implements Opening {}

        /// @param account is there with other limits; empty when the actor may not open any
        record Refused(String account) implements Opening {}
    }

    /// Opens accounts, all or none. One that is there with the same limits is no error.
    ///
    /// @throws IllegalArgumentException for more than [#MOST_AT_ONCE]
    public Opening open(Actor actor, List<Account> wanted) {
        requireSize(wanted.size());
        if (!mayPost(actor)) {
            return new Opening.Refused("");
        }
        return acting.as(
                JOB,
                () -> {
                    var byId =
                            wanted.stream()
                                    .collect(Collectors.toMap(Account::id, a -> a, (a, b) -> b));
                    for (var there : accounts.get(byId.keySet()).values()) {
                        if (!there.equals(byId.get(there.id()))) {
                            return new Opening.Refused(there.id());
                        }
                    }
                    int opened = accounts.add(List.copyOf(byId.values()), now());
                    if (opened > 0) {
                        var text = wanted.stream().map(Account::toString).sorted().toList();
                        var digest =
                                Digest.of(String.join("\n", text).getBytes(StandardCharsets.UTF_8));
                        journal.record(JOB, "accounts-opened", ids.next(), digest);
                    }
                    return new Opening.Done(opened);
                });
    }

    /// Posts one instruction and waits until it is durable. The same key with the same content is
    /// answered with the first posting.
    ///
    /// @throws IllegalStateException inside a transaction, or when the database failed
    public Recorded post(Actor actor, Instruction instruction) {
        return submit(actor, List.of(List.of(instruction))).getFirst();
    }

    /// Posts all of them or none: when one is refused, the others are too. Each sees what those
    /// before it did.
    ///
    /// @throws IllegalArgumentException for more than [#MOST_AT_ONCE]
    public List<Recorded> postLinked(Actor actor, List<Instruction> linked) {
        return linked.isEmpty() ? List.of() : submit(actor, List.of(List.copyOf(linked)));
    }

    /// Posts each by itself, all in one transaction: the way for many.
    ///
    /// @throws IllegalArgumentException for more than [#MOST_AT_ONCE]
    public List<Recorded> postEach(Actor actor, List<Instruction> many) {
        return many.isEmpty() ? List.of() : submit(actor, many.stream().map(List::of).toList());
    }

    private List<Recorded> submit(Actor actor, List<List<Instruction>> groups) {
        requireSize(groups.stream().mapToInt(List::size).sum());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a posting is committed outside other transactions");
        }
        if (!mayPost(actor)) {
            return groups.stream()
                    .flatMap(List::stream)
                    .<Recorded>map(i -> new Recorded.Refused(Reason.NOT_ALLOWED, i.key()))
                    .toList();
        }
        return committer.submit(Request.of(groups));
    }

    private static boolean mayPost(Actor actor) {
        return actor.body().equals(JOB.body());
    }

    private static void requireSize(int size) {
        if (size > MOST_AT_ONCE) {
            throw new IllegalArgumentException(size + " at once; at most " + MOST_AT_ONCE);
        }
    }

    /// An account that the actor sees, and how it stands.
    public Optional<Holding> find(Actor actor, String account) {
        return acting.read(actor, () -> accounts.find(account));
    }

    /// The accounts that the actor sees, in the order of their ids.
    ///
    /// @param beginning of their ids: `basin/`, `basin/990100/`
    /// @param after the last id of the page before; empty for the first
    public List<Holding> list(Actor actor, String beginning, String after, int limit) {
        int most = Math.clamp(limit, 1, MOST_LISTED);
        return acting.read(actor, () -> accounts.list(beginning, after, most));
    }

    /// How an account stood at the end of a moment, by what had been recorded. Empty when the actor
    /// sees no such account.
    public Optional<Balance> asOf(Actor actor, String account, Instant moment) {
        return acting.read(
                actor, () -> readings.findNumber(account).map(no -> readings.asOf(no, moment)));
    }

    /// What an account held at the end of a moment, by when the matters themselves happened; what
    /// was recorded later counts as well. Pendings do not.
    public OptionalLong byEvent(Actor actor, String account, Instant moment) {
        return acting.read(
                actor,
                () ->
                        readings.findNumber(account)
                                .map(no -> OptionalLong.of(readings.byEvent(no, moment)))
                                .orElse(OptionalLong.empty()));
    }

    /// A posting with a leg that the actor sees.
    public Optional<Posting> get(Actor actor, PostingId id) {
        return acting.read(actor, () -> readings.find(id).map(this::posting));
    }

    /// What became of a key: how a caller finds out after a failure.
    public Optional<Posting> getByKey(Actor actor, String key) {
        return acting.read(actor, () -> readings.findByKey(key).map(this::posting));
    }

    private Posting posting(Head head) {
        var legs = readings.legs(head.id());
        return new Posting(
                head, legs, others(legs, false), others(legs, true), readings.findEnd(head.id()));
    }

    /// A posting adds up to zero in each unit, so what is not seen is what is seen, negated.
    private static Map<Unit, Long> others(List<PostedLeg> legs, boolean reserved) {
        var sums = new EnumMap<Unit, Long>(Unit.class);
        for (var leg : legs) {
            var unit = Account.parse(leg.account()).orElseThrow().unit();
            sums.merge(unit, -(reserved ? leg.reserved() : leg.amount()), Math::addExact);
        }
        return sums;
    }

    /// The legs of an account that were recorded from one moment to before another.
    ///
    /// @param after [Statement#next] of the page before; 0 for the first
    public Optional<Statement> statement(
            Actor actor, String account, Instant from, Instant to, long after, int limit) {
        int most = Math.clamp(limit, 1, MOST_LISTED);
        return acting.read(
                actor,
                () ->
                        accounts.find(account)
                                .map(h -> statement(h.account(), from, to, after, most)));
    }

    private Statement statement(Account account, Instant from, Instant to, long after, int limit) {
        int no = readings.findNumber(account.id()).orElseThrow();
        var opening = readings.asOf(no, from.minus(1, ChronoUnit.MICROS));
        var closing = readings.asOf(no, to.minus(1, ChronoUnit.MICROS));
        long begin = Math.max(after, opening.version());
        var lines = readings.list(no, begin, closing.version(), limit);
        boolean more = !lines.isEmpty() && lines.getLast().version() < closing.version();
        var next = more ? OptionalLong.of(lines.getLast().version()) : OptionalLong.empty();
        return new Statement(account, from, to, opening, closing, lines, next);
    }

    /// That a posting is in the books, to be examined without them. Empty when the actor sees no
    /// leg of it. The legs that the actor does not see stay closed.
    public Optional<PostingProof> prove(Actor actor, PostingId id) {
        var seen = get(actor, id);
        return seen.flatMap(
                posting -> {
                    var sealed =
                            acting.read(JOB, () -> readings.findSealed(id.batch())).orElseThrow();
                    var all = acting.read(JOB, () -> readings.legs(id));
                    return Optional.of(
                            new PostingProof(
                                    posting.head(),
                                    Encoding.headSalt(sealed.secret(), id),
                                    parts(posting, all, sealed.secret()),
                                    sealed.tree().inclusion(id.place()),
                                    sealed.root(),
                                    journal.prove(JOB, sealed.entry())));
                });
    }

    private static List<PostingProof.Part> parts(Posting seen, List<PostedLeg> all, byte[] secret) {
        var id = seen.head().id();
        return all.stream()
                .<PostingProof.Part>map(
                        leg -> {
                            var salt = Encoding.legSalt(secret, id, leg.no());
                            return seen.legs().contains(leg)
                                    ? new PostingProof.Part.Open(leg, salt)
                                    : new PostingProof.Part.Closed(Encoding.leg(id, leg, salt));
                        })
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
