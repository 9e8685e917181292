package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tongquan.journal.Finding.Kind;
import org.tongquan.journal.Verification.Report;
import org.tongquan.journal.Verification.Trust;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Property;

/// Twenty entries with a checkpoint after each six; entry i stands on line i + 2.
class VerificationTest {
    private static final int SIZE = 20;

    private final SampleLog log = new SampleLog(SIZE, 6);
    private final List<String> lines = new ArrayList<>(log.lines());
    private final Trust known = new Trust(List.of(log.key), Optional.empty());

    @Test
    void findsNothingInAWholeLog() {
        var report = examine();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.entries()).isEqualTo(SIZE);
        assertThat(report.size()).isEqualTo(SIZE);
        assertThat(report.checkpoints()).isEqualTo(5);
        assertThat(report.isKeyGiven()).isTrue();
        assertThat(Verification.of(lines.stream(), Trust.NONE).isKeyGiven()).isFalse();
    }

    @Test
    void namesAnEditedEntry() {
        lines.set(9, lines.get(9).replace("progress-reported", "progress-returned"));
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index, Finding::line)
                .containsExactly(tuple(Kind.EDITED, 8L, 10));
    }

    @Test
    void noticesAnEditOfEachField() {
        var line = lines.get(4);
        for (var change :
                List.of(
                        line.replaceFirst("\"id\":\"0", "\"id\":\"1"),
                        line.replace("progress", "process"),
                        line.replaceFirst("\"subject\":\"0", "\"subject\":\"1"),
                        line.replace("370100/fgw", "370100/gxj"),
                        line.replace("person-", "person+"),
                        line.replace("000001Z", "000002Z"),
                        line.replaceFirst("\"salt\":\"..", "\"salt\":\"00"),
                        line.replaceFirst("\"digest\":\"..", "\"digest\":\"00"))) {
            lines.set(4, change);
            assertThat(examine().findings())
                    .as(change)
                    .extracting(Finding::kind, Finding::index)
                    .containsExactly(tuple(Kind.EDITED, 3L));
        }
    }

    @Test
    void namesRemovedEntries() {
        lines.subList(5, 7).clear();
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index, Finding::what)
                .containsExactly(tuple(Kind.REMOVED, 4L, "entries 4 to 5 missing"));
    }

    @Test
    void namesARemovedEntryThatWasCoveredUpByNewNumbers() {
        var changed = new ArrayList<>(log.entries);
        changed.remove(4);
        renumber(changed);
        lines.remove(1 + changed.size());
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index)
                .containsExactly(tuple(Kind.REMOVED, 4L), tuple(Kind.RENUMBERED, 5L));
    }

    @Test
    void namesATruncatedEnd() {
        lines.subList(19, 21).clear();
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(tuple(Kind.TRUNCATED, "entries 18 to 19 missing at the end"));
    }

    @Test
    void namesAFileThatWasCutOff() {
        lines.subList(10, lines.size()).clear();
        assertThat(examine().findings())
                .extracting(Finding::kind)
                .contains(Kind.HASHES)
                .doesNotContain(Kind.UNREADABLE);
    }

    @Test
    void namesAnInsertedEntryAndACopy() {
        var forged = SampleLog.entry(99, new SplittableRandom(5));
        lines.add(6, new LogLine.Recorded(5, forged).write());
        lines.add(12, lines.get(3));
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::line)
                .containsExactlyInAnyOrder(tuple(Kind.INSERTED, 7), tuple(Kind.INSERTED, 13));
    }

    @Test
    void namesTheEntryThatWasMoved() {
        Collections.rotate(lines.subList(3, 9), -1);
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index, Finding::line)
                .containsExactly(tuple(Kind.REORDERED, 2L, 9));
    }

    @Test
    void namesTwoThatWereSwappedTogetherWithTheirNumbers() {
        var changed = new ArrayList<>(log.entries);
        Collections.swap(changed, 10, 11);
        renumber(changed);
        assertThat(examine().findings()).extracting(Finding::kind).contains(Kind.REORDERED);
    }

    @Test
    void namesTheStretchWhenEntryAndHashWereChangedTogether() {
        var changed = new SampleLog(SIZE, 6);
        changed.entries.clear();
        changed.entries.addAll(log.entries);
        changed.entries.set(8, SampleLog.entry(8, new SplittableRandom(1)));
        lines.set(9, new LogLine.Recorded(8, changed.entries.get(8)).write());
        lines.set(SIZE + 1, new LogLine.Hashes(0, changed.hashes()).write());
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index, Finding::what)
                .containsExactly(
                        tuple(
                                Kind.HASHES,
                                6L,
                                "entries 6 to 11 do not lead to what was signed for size 12"));
    }

    @Test
    void namesAChangedHashBesideWholeEntries() {
        var hashes = new ArrayList<>(log.hashes());
        hashes.set(13, Digest.ofText("other"));
        lines.set(SIZE + 1, new LogLine.Hashes(0, hashes).write());
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::index)
                .containsExactly(tuple(Kind.HASHES, 13L));
    }

    @Test
    void doesNotBelieveALogThatSomebodyElseSigned() {
        var other = new SampleLog(SIZE, 6);
        var report = Verification.of(other.lines().stream(), known);
        assertThat(report.findings()).extracting(Finding::kind).contains(Kind.CHECKPOINT);
        assertThat(Verification.of(other.lines().stream(), Trust.NONE).isWhole()).isTrue();
    }

    @Test
    void aCheckpointKeptFromEarlierShowsWhatWasRewrittenOrCutOff() {
        var kept = new Trust(List.of(log.key), Optional.of(log.checkpoint(SIZE)));
        assertThat(Verification.of(lines.stream(), kept).isWhole()).isTrue();
        var cut = log.entries.subList(0, 12);
        var tree = new NaiveTree(cut.stream().map(Entry::leafHash).toList());
        var note = log.sign(new Checkpoint(SampleLog.ORIGIN, 12, tree.root(12)));
        var rewritten = new ArrayList<String>();
        rewritten.add(new LogLine.Header(List.of(), note.toString()).write());
        for (int i = 0; i < 12; i++) {
            rewritten.add(new LogLine.Recorded(i, cut.get(i)).write());
        }
        rewritten.add(new LogLine.Hashes(0, log.hashes().subList(0, 12)).write());
        assertThat(Verification.of(rewritten.stream(), known).isWhole()).isTrue();
        assertThat(Verification.of(rewritten.stream(), kept).findings())
                .extracting(Finding::kind)
                .contains(Kind.HASHES);
    }

    @Test
    void namesTwoSignedWordsThatContradictEachOther() {
        var other = log.sign(new Checkpoint(SampleLog.ORIGIN, 12, Digest.ofText("another tree")));
        lines.add(new LogLine.Signed(other.toString()).write());
        assertThat(examine().findings())
                .anyMatch(f -> f.kind() == Kind.CHECKPOINT && f.what().contains("contradict"));
    }

    @Test
    void namesLinesThatCannotBeRead() {
        lines.add(3, "{\"entry\":{\"index\":1}}");
        lines.add(5, "no json");
        lines.add(7, lines.get(7).replace("{\"index\"", "{\"index\":0,\"index\""));
        lines.add("{}");
        assertThat(examine().findings())
                .extracting(Finding::kind, Finding::line)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNREADABLE, 4),
                        tuple(Kind.UNREADABLE, 6),
                        tuple(Kind.UNREADABLE, 8),
                        tuple(Kind.UNREADABLE, lines.size()));
        assertThat(Verification.of(List.<String>of().stream(), known).isWhole()).isFalse();
    }

    @Test
    void examinesTheProofOfASingleEntry() {
        var tree = new NaiveTree(log.hashes());
        var inclusion = MerkleTree.inclusion(7, SIZE, tree);
        var proof = new EntryProof(log.entries.get(7), inclusion, log.checkpoint(SIZE));
        assertThat(proof.holds(log.key)).isTrue();
        assertThat(proof.entry().isOf(Digest.ofText("payload 7").bytes())).isTrue();
        assertThat(proof.entry().isOf(Digest.ofText("payload 8").bytes())).isFalse();
        var line = proof.toJson();
        assertThat(Verification.of(List.of(line).stream(), known).isWhole()).isTrue();
        assertThat(Verification.of(List.of(line).stream(), Trust.NONE).isWhole()).isFalse();
        var changed = line.replace("person-1", "person-2");
        assertThat(Verification.of(List.of(changed).stream(), known).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.PROOF);
    }

    /// One random act on a log of random size is always noticed, and named for what it was.
    @Test
    void namesWhateverWasDone() {
        Property.forAll(
                choices -> {
                    int size = 2 + (int) choices.upTo(60);
                    long at = choices.upTo(size - 1L);
                    long to = choices.upTo(size - 1L);
                    return List.of((long) size, at, to, choices.upTo(3));
                },
                act -> {
                    int at = act.get(1).intValue();
                    int to = act.get(2).intValue();
                    var sample = new SampleLog(act.get(0).intValue(), 9);
                    var file = new ArrayList<>(sample.lines());
                    var expected = tamper(file, at, to, act.get(3).intValue());
                    var trust = new Trust(List.of(sample.key), Optional.empty());
                    assertThat(Verification.of(file.stream(), trust).findings())
                            .extracting(Finding::kind)
                            .isEqualTo(expected);
                });
    }

    private static List<Kind> tamper(List<String> file, int at, int to, int act) {
        int line = at + 1;
        boolean isLast = file.get(line + 1).startsWith("{\"leaves\"");
        switch (act) {
            case 0 -> file.set(line, file.get(line).replace("370100/fgw", "370300/fgw"));
            case 1 -> file.remove(line);
            case 2 -> file.add(to + 1, file.get(line));
            default -> file.add(to + 1, file.remove(line));
        }
        return switch (act) {
            case 0 -> List.of(Kind.EDITED);
            case 1 -> List.of(isLast ? Kind.TRUNCATED : Kind.REMOVED);
            case 2 -> List.of(Kind.INSERTED);
            default -> at == to ? List.of() : List.of(Kind.REORDERED);
        };
    }

    private Report examine() {
        return Verification.of(lines.stream(), known);
    }

    private void renumber(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            lines.set(i + 1, new LogLine.Recorded(i, entries.get(i)).write());
        }
    }
}
