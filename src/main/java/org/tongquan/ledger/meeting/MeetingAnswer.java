package org.tongquan.ledger.meeting;

import java.util.List;
import java.util.UUID;

/// What became of something that somebody wanted to do with a meeting or a decision.
public sealed interface MeetingAnswer {
    /// @param id of what was made or changed
    /// @param seq number that it has now
    record Done(UUID id, int seq) implements MeetingAnswer {}

    /// Somebody was quicker: what was shown is no longer how it stands. Nothing was changed.
    ///
    /// @param seq number that it has now
    record Stale(UUID id, int seq) implements MeetingAnswer {}

    /// Nothing was changed.
    record Refused(List<MeetingFault> faults) implements MeetingAnswer {
        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused of(MeetingFault fault) {
            return new Refused(List.of(fault));
        }
    }
}
