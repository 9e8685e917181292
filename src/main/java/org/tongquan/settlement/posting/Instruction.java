package org.tongquan.settlement.posting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the books are asked to do. Each is known by its key: the same key with the same content is
/// done once, however often it is sent.
public sealed interface Instruction {
    /// Chosen by the caller, at most 120 characters; names a computation or the row
    /// of a file, never a person.
    String key();

    Note note();

    /// Moves amounts at once.
    record Move(String key, Note note, List<Leg> legs) implements Instruction {
        public Move {
            legs = List.copyOf(legs);
        }
    }

    /// Reserves amounts: a pending, which is settled, released, or timed out.
    ///
    /// @param until at this moment it times out; empty when it never does
    record Reserve(String key, Note note, List<Leg> legs, @Nullable Instant until)
            implements Instruction {
        public Reserve {
            legs = List.copyOf(legs);
            until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// Moves what a pending reserved, or part of it; what is not moved returns.
    ///
    /// @param amounts for each leg of the pending, in its order; empty for all
    record Settle(String key, Note note, PostingId pending, List<Long> amounts)
            implements Instruction {
        public Settle {
            amounts = List.copyOf(amounts);
        }
    }

    /// Gives up a pending: everything it reserved returns.
    record Release(String key, Note note, PostingId pending) implements Instruction {}

    /// Moves back what a posting moved.
    record Reverse(String key, Note note, PostingId original) implements Instruction {}

    /// Ends a pending at its moment: what the books do by themselves when it has come.
    record TimeOut(String key, Note note, PostingId pending) implements Instruction {
        /// How these keys begin, and no others.
        public static final String KEYS = "time-out/";

        public static TimeOut of(PostingId pending, String purpose, Instant until) {
            return new TimeOut(KEYS + pending, new Note(purpose, until), pending);
        }
    }
}
