package org.tongquan.settlement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded.Reason;

/// What the rule says to one instruction.
sealed interface Verdict {
    /// To be written.
    ///
    /// @param related the posting that it ends or reverses
    /// @param until when a pending times out
    record Entered(
            Instruction of,
            Kind kind,
            List<Line> legs,
            @Nullable PostingId related,
            @Nullable Instant until)
            implements Verdict {}

    record Denied(Reason reason, String about) implements Verdict {}

    /// One leg and how its account stands after it.
    record Line(long amount, long reserved, String text, Standing after) {}
}
