package org.tongquan.journal;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;

/// The door: everything the rest of the house may ask of the journal.
@Component
public class Journal {
    /// No more entries of one subject are listed at once.
    public static final int MOST_LISTED = 1_000;

    /// Leaf hashes per line of an export.
    private static final int BLOCK = 256;

    /// Reads every entry, for proofs and exports.
    public static final Actor JOB = Actor.job("journal");

    private final Acting acting;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Ids ids;
    private final Entries entries;
    private final Leaves leaves;
    private final Checkpoints checkpoints;

    @Autowired
    public Journal(DataSource source, Acting acting, InstantSource clock) {
        this(source, acting, clock, new SecureRandom());
    }

    Journal(DataSource source, Acting acting, InstantSource clock, RandomGenerator random) {
        var db = JdbcClient.create(source);
        this.acting = acting;
        this.clock = clock;
        this.random = random;
        this.ids = new Ids(clock, random);
        this.entries = new Entries(source);
        this.leaves = new Leaves(db);
        this.checkpoints = new Checkpoints(db);
    }

    /// Records a change of state in the caller's transaction: committed with it or not at all. The
    /// payload stays with the caller; only the salted digest of its digest is kept. The
    /// entries of a transaction are inserted together just before it commits; the place in the tree
    /// follows within a second of the commit.
    ///
    /// @param actor who acts in this transaction
    /// @param kind what happened, past tense with hyphens, at most 60 characters
    /// @param subject id of what was changed
    /// @param digest SHA-256 of the payload
    /// @return id of the entry, to ask for its proof later
    /// @throws IllegalStateException when no transaction is under way
    public UUID record(Actor actor, String kind, UUID subject, byte[] digest) {
        return record(actor, kind, subject, Digest.wrap(digest));
    }

    /// As [#record(Actor, String, UUID, byte[])].
    public UUID record(Actor actor, String kind, UUID subject, Digest digest) {
        var salt = Salt.make(random);
        var entry =
                new Entry(
                        ids.next(),
                        kind,
                        subject,
                        actor.body(),
                        actor.person(),
                        clock.instant(),
                        salt,
                        Entry.salted(salt, digest.bytes()));
        Pending.add(entries, entry);
        return entry.id();
    }

    /// The newest signed checkpoint; empty before the first.
    public Optional<SignedNote> findCheckpoint(Actor actor) {
        return acting.read(actor, checkpoints::findLatest).map(Checkpoints.Signed::note);
    }

    /// The keys whose signatures count, in the order in which they came into use.
    public List<NoteKey> listKeys(Actor actor) {
        return acting.read(actor, checkpoints::listSigners);
    }

    /// Proof that an entry which the actor may read is part of the log. Empty when there is no
    /// such entry, or when it is so fresh that no checkpoint covers it yet.
    public Optional<EntryProof> prove(Actor actor, UUID entry) {
        return acting.read(actor, () -> entries.find(entry).flatMap(this::prove));
    }

    /// The entries of a subject that the actor may read, oldest first, at most [#MOST_LISTED].
    public List<Entry> list(Actor actor, UUID subject) {
        return acting.read(
                actor,
                () ->
                        entries.list(subject, MOST_LISTED).stream()
                                .map(Entries.Placed::entry)
                                .toList());
    }

    /// An entry and its index in the tree.
    public record Logged(long index, Entry entry) {}

    /// The newest entries of the whole log, oldest first, for whoever audits; empty for others.
    public List<Logged> listNewest(Actor actor, int limit) {
        if (!isAuditor(actor)) {
            return List.of();
        }
        return acting.read(
                JOB,
                () -> {
                    long size = leaves.size();
                    long from = Math.max(0, size - Math.clamp(limit, 0, MOST_LISTED));
                    var found = leaves.listEntries(from, size);
                    return IntStream.range(0, found.size())
                            .mapToObj(i -> new Logged(from + i, found.get(i)))
                            .toList();
                });
    }

    /// Proof that the log of `from` entries is the beginning of that of `to` entries.
    ///
    /// @throws IllegalArgumentException unless `0 < from <= to` and the log is that long
    public ConsistencyProof proveConsistency(Actor actor, long from, long to) {
        return acting.read(
                actor,
                () -> {
                    if (to > leaves.size()) {
                        throw new IllegalArgumentException("the log is shorter than " + to);
                    }
                    return MerkleTree.consistency(from, to, leaves);
                });
    }

    /// Hands out the whole log up to its newest checkpoint, line by line, in the form that
    /// [Verification] reads: entries opened, so only for whoever audits.
    ///
    /// @return false, and no line, when the actor may not audit
    public boolean export(Actor actor, Consumer<String> lines) {
        if (!isAuditor(actor)) {
            return false;
        }
        acting.read(
                JOB,
                () -> {
                    exportAll(line -> lines.accept(line.write()));
                    return true;
                });
        return true;
    }

    private static boolean isAuditor(Actor actor) {
        return actor.may(Power.AUDIT) || actor.body().equals(JOB.body());
    }

    private void exportAll(Consumer<LogLine> lines) {
        var latest = checkpoints.findLatest();
        long size = latest.map(signed -> signed.checkpoint().size()).orElse(0L);
        var keys = checkpoints.listSigners().stream().map(NoteKey::toString).toList();
        latest.ifPresent(
                signed -> lines.accept(new LogLine.Header(keys, signed.note().toString())));
        for (long from = 0; from < size; from += BLOCK) {
            long to = Math.min(size, from + BLOCK);
            long index = from;
            for (var entry : leaves.listEntries(from, to)) {
                lines.accept(new LogLine.Recorded(index++, entry));
            }
            lines.accept(new LogLine.Hashes(from, leaves.listHashes(from, to)));
        }
        var some = checkpoints.listAfter(0, MOST_LISTED);
        while (!some.isEmpty()) {
            some.forEach(signed -> lines.accept(new LogLine.Signed(signed.note().toString())));
            some = checkpoints.listAfter(some.getLast().checkpoint().size(), MOST_LISTED);
        }
    }

    private Optional<EntryProof> prove(Entries.Placed placed) {
        var index = leaves.findIndex(placed.entry().id());
        var signed = index.flatMap(checkpoints::findCovering);
        if (index.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        long size = signed.get().checkpoint().size();
        var inclusion = MerkleTree.inclusion(index.get(), size, leaves);
        return Optional.of(new EntryProof(placed.entry(), inclusion, signed.get().note()));
    }
}
