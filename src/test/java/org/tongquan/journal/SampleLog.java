package org.tongquan.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tongquan.kernel.Digest;

/// A log without a database, signed with a key of its own, to be tampered with.
final class SampleLog {
    static final String ORIGIN = "journal.example/sample";

    final KeyPair pair;
    final NoteKey key;
    final List<Entry> entries = new ArrayList<>();

    private final int every;

    /// @param every a checkpoint after so many entries, and one at the end
    SampleLog(int size, int every) {
        this.every = every;
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        key = NoteKey.of(ORIGIN, pair.getPublic());
        var random = new SplittableRandom(size);
        for (int i = 0; i < size; i++) {
            entries.add(entry(i, random));
        }
    }

    static Entry entry(int number, SplittableRandom random) {
        var salt = Salt.make(random);
        return new Entry(
                new UUID(0x7000, number),
                "progress-reported",
                new UUID(0, number % 7),
                "370100/fgw",
                "person-" + number % 3,
                Instant.parse("2026-11-23T00:00:00.000001Z").plusSeconds(number),
                salt,
                Entry.salted(salt, Digest.ofText("payload " + number).bytes()));
    }

    List<Digest> hashes() {
        return entries.stream().map(Entry::leafHash).toList();
    }

    SignedNote checkpoint(int size) {
        var frontier = Frontier.empty();
        entries.subList(0, size)
                .forEach(entry -> frontier.add(entry.leafHash(), (node, hash) -> {}));
        return sign(new Checkpoint(ORIGIN, size, frontier.root()));
    }

    SignedNote sign(Checkpoint checkpoint) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return SignedNote.of(checkpoint.text(), key, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The export, line by line: header, entries, hashes, checkpoints.
    List<String> lines() {
        var lines = new ArrayList<String>();
        int size = entries.size();
        lines.add(new LogLine.Header(List.of(key.toString()), checkpoint(size).toString()).write());
        for (int i = 0; i < size; i++) {
            lines.add(new LogLine.Recorded(i, entries.get(i)).write());
        }
        lines.add(new LogLine.Hashes(0, hashes()).write());
        for (int at = every; at < size; at += every) {
            lines.add(new LogLine.Signed(checkpoint(at).toString()).write());
        }
        lines.add(new LogLine.Signed(checkpoint(size).toString()).write());
        return lines;
    }
}
