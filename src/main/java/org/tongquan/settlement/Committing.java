package org.tongquan.settlement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.settlement.Verdict.Denied;
import org.tongquan.settlement.Verdict.Entered;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Instruction.Move;
import org.tongquan.settlement.posting.Instruction.Release;
import org.tongquan.settlement.posting.Instruction.Reserve;
import org.tongquan.settlement.posting.Instruction.Reverse;
import org.tongquan.settlement.posting.Instruction.Settle;
import org.tongquan.settlement.posting.Instruction.TimeOut;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Recorded.Reason;

/// One transaction for the requests of many callers: what they touch is read and locked at once,
/// the rule decides in memory, and everything is written by a few statements.
final class Committing {
    /// Pendings that time out in one transaction; the others follow in the next.
    static final int MOST_DUE = 1_000;

    private static final int SECRET = 32;

    private final Acting acting;
    private final Clock clock;
    private final Journal journal;
    private final Ids ids;
    private final RandomGenerator random;
    private final Accounts accounts;
    private final Postings postings;

    Committing(
            Acting acting,
            Clock clock,
            Journal journal,
            Ids ids,
            RandomGenerator random,
            Accounts accounts,
            Postings postings) {
        this.acting = acting;
        this.clock = clock;
        this.journal = journal;
        this.ids = ids;
        this.random = random;
        this.accounts = accounts;
        this.postings = postings;
    }

    /// Commits; the answers are in the order of the requests, and of the instructions in each.
    ///
    /// @param locking reads all balances under lock: after somebody else was faster
    List<List<Recorded>> commit(List<Request> requests, boolean locking) {
        try {
            var done =
                    acting.as(
                            Settlement.JOB,
                            () -> {
                                var work = new Work(requests, locking);
                                return new Done(work.run(), work.left);
                            });
            accounts.remember(done.left());
            return done.answers();
        } catch (RuntimeException | Error e) {
            accounts.forget();
            throw e;
        }
    }

    private record Done(List<List<Recorded>> answers, List<Accounts.Live> left) {}

    /// One transaction under way.
    private final class Work {
        private final List<Request> requests;
        private final List<PostingId> due;
        private final Map<String, Postings.Known> known;
        private final Map<PostingId, Kept> kept = new LinkedHashMap<>();
        private final Map<String, Accounts.Live> before;
        private final Map<String, Standing> standings = new HashMap<>();
        private final Batch batch;
        private final Books books;
        private final Set<String> touched = new HashSet<>();
        private List<Accounts.Live> left = List.of();

        Work(List<Request> requests, boolean locking) {
            this.requests = requests;
            var now = now();
            due = postings.listDue(now, MOST_DUE);
            var keys = new ArrayList<String>();
            var named = new HashSet<PostingId>(due);
            var needed = new HashSet<String>();
            for (var request : requests) {
                for (var group : request.groups()) {
                    group.forEach(i -> collect(i, keys, named, needed));
                }
            }
            known = keys.isEmpty() ? Map.of() : postings.findKeys(keys);
            if (!named.isEmpty()) {
                kept.putAll(postings.get(named));
                kept.values().forEach(k -> k.legs().forEach(l -> needed.add(l.account())));
            }
            before = accounts.read(needed, locking);
            markEnded(named);
            // recorded never before what stands on the same accounts, also when clocks disagree
            var at = now;
            for (var live : before.values()) {
                standings.put(live.standing().id(), live.standing());
                at = live.at().isAfter(at) ? live.at() : at;
            }
            batch = new Batch(postings::nextBatch, at, secret());
            books = new Books(standings, kept, at);
        }

        private static void collect(
                Instruction instruction,
                List<String> keys,
                Set<PostingId> named,
                Set<String> needed) {
            keys.add(instruction.key());
            switch (instruction) {
                case Move move -> move.legs().forEach(l -> needed.add(l.account()));
                case Reserve reserve -> reserve.legs().forEach(l -> needed.add(l.account()));
                case Settle settle -> named.add(settle.pending());
                case Release release -> named.add(release.pending());
                case Reverse reverse -> named.add(reverse.original());
                case TimeOut over -> named.add(over.pending());
            }
        }

        private void markEnded(Set<PostingId> named) {
            if (kept.isEmpty()) {
                return;
            }
            for (var id : postings.listEnded(named)) {
                kept.computeIfPresent(id, (same, k) -> k.asEnded());
            }
        }

        List<List<Recorded>> run() {
            due.forEach(this::timeOut);
            var answers = new ArrayList<List<Recorded>>(requests.size());
            for (var request : requests) {
                var answer = new ArrayList<Recorded>(request.size());
                for (int g = 0; g < request.groups().size(); g++) {
                    answer.addAll(post(request.groups().get(g), request.contents().get(g)));
                }
                answers.add(answer);
            }
            if (!batch.rows().isEmpty()) {
                write();
            }
            return answers;
        }

        private void timeOut(PostingId id) {
            var pending = kept.get(id);
            if (pending != null && pending.until() != null) {
                var over = TimeOut.of(id, pending.purpose(), pending.until());
                post(List.of(over), List.of(Encoding.content(over)));
            }
        }

        private List<Recorded> post(List<Instruction> group, List<Digest> contents) {
            var before = sentBefore(group, contents);
            if (!before.isEmpty()) {
                return before;
            }
            var answer = new ArrayList<Recorded>(group.size());
            var verdicts = books.post(group);
            for (int i = 0; i < group.size(); i++) {
                answer.add(
                        switch (verdicts.get(i)) {
                            case Denied(var reason, var about) ->
                                    new Recorded.Refused(reason, about);
                            case Entered entered -> {
                                entered.legs().forEach(this::touch);
                                yield batch.add(entered, contents.get(i)).done(false);
                            }
                        });
            }
            return answer;
        }

        private void touch(Verdict.Line line) {
            touched.add(line.after().id());
        }

        /// The answers when a key of the group is in the books: the first postings when all of them
        /// are there with the same content, else refusals. Empty when none is.
        private List<Recorded> sentBefore(List<Instruction> group, List<Digest> contents) {
            var answers = new ArrayList<Recorded>();
            int same = 0;
            var seen = new HashMap<String, Integer>();
            for (int i = 0; i < group.size(); i++) {
                var key = group.get(i).key();
                var first = first(key);
                if (seen.put(key, i) != null || (first != null && !first.is(contents.get(i)))) {
                    return refuseAll(group, key);
                }
                if (first != null) {
                    same++;
                    answers.add(first.answer());
                }
            }
            if (same != 0 && same != group.size()) {
                return refuseAll(group, "");
            }
            return answers;
        }

        private @Nullable First first(String key) {
            var stored = known.get(key);
            if (stored != null) {
                return new First(
                        stored.content(),
                        new Recorded.Done(stored.id(), stored.recordedAt(), true));
            }
            return batch.find(key).map(r -> new First(r.content(), r.done(true))).orElse(null);
        }

        private static List<Recorded> refuseAll(List<Instruction> group, String key) {
            return group.stream()
                    .<Recorded>map(
                            i ->
                                    key.isEmpty() || i.key().equals(key)
                                            ? new Recorded.Refused(Reason.KEY_TAKEN, i.key())
                                            : new Recorded.Refused(Reason.LINKED, key))
                    .toList();
        }

        private Accounts.Live live(String account) {
            var standing = Objects.requireNonNull(standings.get(account));
            var was = Objects.requireNonNull(before.get(account));
            return new Accounts.Live(standing, batch.at(), was.folded());
        }

        private void write() {
            postings.add(batch);
            left = postings.fold(touched.stream().map(this::live).toList());
            accounts.keep(left, before, batch.at());
            var tree = batch.tree();
            var root = tree.root();
            var id = ids.next();
            var entry = journal.record(Settlement.JOB, "postings-recorded", id, root);
            postings.addRoot(batch, id, tree, root, entry);
        }
    }

    private record First(Digest content, Recorded answer) {
        boolean is(Digest other) {
            return content.equals(other);
        }
    }

    private byte[] secret() {
        var secret = new byte[SECRET];
        random.nextBytes(secret);
        return secret;
    }

    /// The moment that the house has now, as the tables keep it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
