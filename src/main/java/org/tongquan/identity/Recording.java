package org.tongquan.identity;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;

/// Puts each change of this room into the journal, in the transaction of the change. What is
/// digested are the kind, the subject and the facts, one a line; the facts are columns of the rows
/// written, never a password.
@Component
class Recording {
    private final Journal journal;

    Recording(Journal journal) {
        this.journal = journal;
    }

    /// What is told of a change that several doors make in the same way.
    record Change(String kind, Object... facts) {}

    /// The change with who made it, and where, before its own facts.
    void record(Actor actor, Change change, UUID subject, String by, String region) {
        var facts = Stream.concat(Stream.of(by, region), Arrays.stream(change.facts()));
        record(actor, change.kind(), subject, facts.toArray());
    }

    /// @param actor whose transaction it is
    void record(Actor actor, String kind, UUID subject, Object... facts) {
        var text = new StringBuilder(kind).append('\n').append(subject);
        for (var fact : facts) {
            text.append('\n').append(fact);
        }
        journal.record(actor, kind, subject, Digest.ofText(text.toString()));
    }
}
