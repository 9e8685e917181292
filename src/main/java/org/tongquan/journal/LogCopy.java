package org.tongquan.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongquan.journal.Finding.Kind;
import org.tongquan.kernel.Digest;

/// An exported log as it was read, nothing of it believed yet.
final class LogCopy {
    /// Longer lines are not read: a log of 256 leaf hashes a line stays far below.
    static final int LONGEST_LINE = 1_000_000;

    final List<Row> rows = new ArrayList<>();
    final List<Digest> hashes = new ArrayList<>();
    final List<Note> notes = new ArrayList<>();
    final List<NoteKey> keys = new ArrayList<>();
    final List<LogLine.Proof> proofs = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();

    private int line;

    /// An entry line, reduced to what is compared.
    ///
    /// @param claimed the index written on it
    /// @param hash the leaf hash its content leads to
    /// @param name how a person finds it again
    record Row(int line, long claimed, Digest hash, String name) {}

    record Note(int line, SignedNote note) {}

    private LogCopy() {}

    static LogCopy read(Stream<String> lines) {
        var copy = new LogCopy();
        lines.forEachOrdered(copy::add);
        if (copy.line == 0) {
            copy.unreadable(0, "the file is empty");
        }
        return copy;
    }

    /// Whether the file holds the proof of single entries instead of a log.
    boolean isProofs() {
        return !proofs.isEmpty() && rows.isEmpty() && hashes.isEmpty();
    }

    private void add(String text) {
        line++;
        var read = text.length() > LONGEST_LINE ? Optional.<LogLine>empty() : LogLine.read(text);
        if (read.isEmpty()) {
            unreadable(line, "line " + line + " is no line of a log");
            return;
        }
        switch (read.get()) {
            case LogLine.Header(var verifiers, var checkpoint) -> {
                verifiers.forEach(this::addKey);
                addNote(checkpoint);
            }
            case LogLine.Recorded(var index, var entry) ->
                    rows.add(
                            new Row(
                                    line,
                                    index,
                                    entry.leafHash(),
                                    entry.kind() + " " + entry.id()));
            case LogLine.Hashes(var from, var more) -> addHashes(from, more);
            case LogLine.Signed(var checkpoint) -> addNote(checkpoint);
            case LogLine.Proof proof -> proofs.add(proof);
        }
    }

    private void addKey(String text) {
        NoteKey.parse(text)
                .ifPresentOrElse(keys::add, () -> unreadable(line, "a key cannot be read"));
    }

    private void addNote(String text) {
        SignedNote.parse(text)
                .ifPresentOrElse(
                        note -> notes.add(new Note(line, note)),
                        () -> unreadable(line, "line " + line + " holds no signed checkpoint"));
    }

    private void addHashes(long from, List<Digest> more) {
        if (from == hashes.size()) {
            hashes.addAll(more);
        } else {
            findings.add(
                    new Finding(
                            Kind.HASHES,
                            from,
                            line,
                            "the leaf hashes on line %d start at %d, expected %d"
                                    .formatted(line, from, hashes.size())));
        }
    }

    private void unreadable(int line, String what) {
        findings.add(new Finding(Kind.UNREADABLE, -1, line, what));
    }
}
