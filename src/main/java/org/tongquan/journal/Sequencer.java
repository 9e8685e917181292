package org.tongquan.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.host.Vault;
import org.tongquan.journal.Entries.Placed;
import org.tongquan.kernel.Actor;

/// Gives every committed entry its leaf, in the order of the transactions, and signs checkpoints.
///
/// Whoever holds the advisory lock sequences; it is held for one transaction, so that a process
/// that dies, even in the middle, leaves a whole tree and no lock behind. A transaction that is
/// still under way holds up the entries of later ones: its place in the order is before theirs.
@Component
public class Sequencer {
    /// Most entries that get their leaves in one transaction.
    static final int BATCH = 4_000;

    /// Checkpoints are at least this far apart while entries keep coming.
    static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);

    private static final Actor JOB = Actor.job("sequencer");

    /// Any number will do as long as nobody else uses it: "journal" in ASCII.
    private static final long LOCK = 0x6a6f75726e616cL;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(:lock)";

    private static final String WAIT_FOR_LOCK = "select pg_advisory_xact_lock(:lock) is not null";

    private final Acting acting;
    private final InstantSource clock;
    private final Vault vault;
    private final JdbcClient db;
    private final Entries entries;
    private final Leaves leaves;
    private final Checkpoints checkpoints;
    private final int era;
    private final String origin;

    public Sequencer(DataSource source, Acting acting, InstantSource clock, Vault vault) {
        this.acting = acting;
        this.clock = clock;
        this.vault = vault;
        this.db = JdbcClient.create(source);
        this.entries = new Entries(source);
        this.leaves = new Leaves(db);
        this.checkpoints = new Checkpoints(db);
        this.era = acting.as(JOB, entries::settleEra);
        this.origin = acting.read(JOB, checkpoints::origin);
    }

    /// What one turn did.
    ///
    /// @param leader whether this process held the lock
    /// @param sequenced how many entries got their leaf
    /// @param signed whether a checkpoint was signed
    public record Turn(boolean leader, int sequenced, boolean signed) {
        /// Whether entries may be left that another turn would take.
        public boolean isFull() {
            return sequenced == BATCH;
        }
    }

    /// Takes the next entries, and signs a checkpoint if the last one is old enough.
    public Turn turn() {
        return turn(false);
    }

    /// Takes everything that has its place by now, waiting for another process if need be, and
    /// signs a checkpoint at once: for a command, a stop or a test.
    public void finish() {
        Turn turn;
        do {
            turn = turn(true);
        } while (turn.isFull());
    }

    private Turn turn(boolean finishing) {
        return acting.as(
                JOB,
                () -> {
                    if (!isLeader(finishing ? WAIT_FOR_LOCK : TRY_LOCK)) {
                        return new Turn(false, 0, false);
                    }
                    var frontier = leaves.frontier();
                    int sequenced = sequence(frontier);
                    return new Turn(true, sequenced, sign(frontier, finishing));
                });
    }

    private boolean isLeader(String lock) {
        return db.sql(lock).param("lock", LOCK).query(Boolean.class).single();
    }

    private int sequence(Frontier frontier) {
        var next = entries.listSettledAfter(leaves.lastPlace(), era, BATCH);
        if (!next.isEmpty()) {
            leaves.add(frontier, next.stream().map(Placed::entry).toList());
        }
        return next.size();
    }

    private boolean sign(Frontier frontier, boolean now) {
        var last = checkpoints.findLatest();
        long covered = last.map(signed -> signed.checkpoint().size()).orElse(0L);
        if (frontier.size() == covered) {
            return false;
        }
        var at = clock.instant();
        if (!now && last.isPresent() && at.isBefore(last.get().at().plus(CHECKPOINT_EVERY))) {
            return false;
        }
        last.ifPresent(signed -> requireGrown(signed.checkpoint()));
        var checkpoint = new Checkpoint(origin, frontier.size(), frontier.root());
        var made = vault.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        var key = NoteKey.of(origin, vault.publicKey(made.keyId()));
        var note = SignedNote.of(checkpoint.text(), key, made.bytes());
        checkpoints.add(new Checkpoints.Signed(checkpoint, note, at), made.keyId(), key);
        return true;
    }

    /// Never signs a tree that does not continue the last one signed: better to stop.
    private void requireGrown(Checkpoint last) {
        if (!MerkleTree.root(last.size(), leaves).equals(last.root())) {
            throw new IllegalStateException(
                    "the stored tree does not lead to the checkpoint of " + last.size());
        }
    }
}
