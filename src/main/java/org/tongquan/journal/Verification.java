package org.tongquan.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongquan.journal.Finding.Kind;
import org.tongquan.kernel.Digest;

/// Examines a copy of the log without any database: signatures, tree, and then each entry against
/// the tree, so that what was edited, removed, inserted or reordered is named.
///
/// A copy can only be as trustworthy as what is compared with it: a key from elsewhere shows that
/// the log itself signed, a checkpoint kept from earlier shows that the end was not cut off and
/// nothing was rewritten since.
public final class Verification {
    private final LogCopy copy;
    private final Trust trust;
    private final List<Finding> findings = new ArrayList<>();
    private List<Sealed> sealed = List.of();

    private Verification(LogCopy copy, Trust trust) {
        this.copy = copy;
        this.trust = trust;
        this.findings.addAll(copy.findings);
    }

    /// What the examiner brings along.
    ///
    /// @param keys keys known to be the log's; when empty, those in the file are used and the
    ///     report says so
    /// @param checkpoint a checkpoint kept from earlier
    public record Trust(List<NoteKey> keys, Optional<SignedNote> checkpoint) {
        public static final Trust NONE = new Trust(List.of(), Optional.empty());

        public Trust {
            keys = List.copyOf(keys);
        }
    }

    /// What was found.
    ///
    /// @param entries number of entry lines, or of proofs
    /// @param size number of entries that the newest signed checkpoint speaks of
    /// @param checkpoints number of signed checkpoints that were compared
    /// @param keys the keys that were used
    /// @param isKeyGiven whether they came from the examiner and not from the file itself
    public record Report(
            long entries,
            long size,
            int checkpoints,
            List<NoteKey> keys,
            boolean isKeyGiven,
            List<Finding> findings) {
        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    /// Reads the lines of an export, or of proofs of single entries, and examines them.
    public static Report of(Stream<String> lines, Trust trust) {
        var verification = new Verification(LogCopy.read(lines), trust);
        return verification.copy.isProofs()
                ? verification.examineProofs()
                : verification.examineLog();
    }

    /// A checkpoint whose signature is good.
    private record Sealed(int line, Checkpoint checkpoint) {}

    private Report examineProofs() {
        for (var line : copy.proofs) {
            var proof = line.proof();
            if (trust.keys().stream().noneMatch(proof::holds)) {
                findings.add(
                        new Finding(
                                Kind.PROOF,
                                proof.inclusion().index(),
                                0,
                                trust.keys().isEmpty()
                                        ? "a proof can only be examined with the log's key"
                                        : "the proof of %s does not hold"
                                                .formatted(proof.entry().id())));
            }
        }
        return report(copy.proofs.size(), trust.keys());
    }

    private Report examineLog() {
        var keys = trust.keys().isEmpty() ? copy.keys : trust.keys();
        sealed = sealed(keys);
        long size = sealed.isEmpty() ? 0 : sealed.getLast().checkpoint().size();
        var fromEntries = copy.rows.stream().map(LogCopy.Row::hash).toList();
        var listed = agreement(copy.hashes);
        var told = agreement(fromEntries);
        if (sealed.isEmpty()) {
            add(Kind.CHECKPOINT, -1, 0, "the file holds no checkpoint signed by a known key");
            compare(copy.hashes);
        } else if (listed.reached() == size) {
            compare(copy.hashes.subList(0, (int) size));
        } else if (told.reached() == size) {
            compareHashes(fromEntries.subList(0, (int) size));
        } else {
            nameInterval(listed.reached() >= told.reached() ? listed : told);
            compare(copy.hashes);
        }
        return report(copy.rows.size(), keys);
    }

    private Report report(long entries, List<NoteKey> keys) {
        findings.sort(Comparator.comparingLong(Finding::index).thenComparing(Finding::line));
        long size = sealed.isEmpty() ? 0 : sealed.getLast().checkpoint().size();
        return new Report(
                entries,
                size,
                sealed.size(),
                List.copyOf(keys),
                !trust.keys().isEmpty(),
                List.copyOf(findings));
    }

    /// All checkpoints with a good signature by size, the examiner's own among them.
    private List<Sealed> sealed(List<NoteKey> keys) {
        var good = new ArrayList<Sealed>();
        var notes = new ArrayList<>(copy.notes);
        trust.checkpoint().ifPresent(note -> notes.add(new LogCopy.Note(0, note)));
        for (var note : notes) {
            var checkpoint = Checkpoint.parse(note.note().text());
            var isSigned = keys.stream().anyMatch(note.note()::isSignedBy);
            if (checkpoint.isPresent() && isSigned) {
                good.add(new Sealed(note.line(), checkpoint.get()));
            } else {
                var where =
                        note.line() == 0
                                ? "the given checkpoint"
                                : "the checkpoint on line " + note.line();
                add(Kind.CHECKPOINT, -1, note.line(), where + " is not signed by a known key");
            }
        }
        good.sort(Comparator.comparingLong(one -> one.checkpoint().size()));
        refuseContradictions(good);
        return good;
    }

    private void refuseContradictions(List<Sealed> good) {
        for (int i = 1; i < good.size(); i++) {
            var before = good.get(i - 1).checkpoint();
            var after = good.get(i).checkpoint();
            boolean sameSize = before.size() == after.size();
            if (!before.origin().equals(after.origin())
                    || (sameSize && !before.root().equals(after.root()))) {
                add(
                        Kind.CHECKPOINT,
                        before.size(),
                        good.get(i).line(),
                        "two signed checkpoints of size %d contradict each other: the log was split"
                                .formatted(before.size()));
            }
        }
    }

    /// How far some leaf hashes agree with the signed checkpoints.
    ///
    /// @param reached size of the last checkpoint before the first they do not lead to
    /// @param failed size of that first one, 0 when there is none
    private record Agreement(long reached, long failed) {}

    private Agreement agreement(List<Digest> hashes) {
        var frontier = Frontier.empty();
        long reached = 0;
        for (var seal : sealed) {
            var checkpoint = seal.checkpoint();
            if (checkpoint.size() > hashes.size()) {
                return new Agreement(reached, checkpoint.size());
            }
            while (frontier.size() < checkpoint.size()) {
                frontier.add(hashes.get((int) frontier.size()), (node, hash) -> {});
            }
            if (!frontier.root().equals(checkpoint.root())) {
                return new Agreement(reached, checkpoint.size());
            }
            reached = checkpoint.size();
        }
        return new Agreement(reached, 0);
    }

    private void nameInterval(Agreement best) {
        add(
                Kind.HASHES,
                best.reached(),
                0,
                "entries %d to %d do not lead to what was signed for size %d"
                        .formatted(best.reached(), best.failed() - 1, best.failed()));
    }

    /// The entries are whole, but the list of hashes beside them was changed.
    private void compareHashes(List<Digest> truth) {
        for (int i = 0; i < truth.size(); i++) {
            if (i >= copy.hashes.size() || !truth.get(i).equals(copy.hashes.get(i))) {
                add(Kind.HASHES, i, 0, "the listed hash of entry " + i + " was changed or removed");
                return;
            }
        }
    }

    /// Compares every entry line with the leaf hashes it should lead to.
    private void compare(List<Digest> truth) {
        findings.addAll(new Comparison(truth, copy.rows).findings());
    }

    private void add(Kind kind, long index, int line, String what) {
        findings.add(new Finding(kind, index, line, what));
    }
}
