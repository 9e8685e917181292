package org.tongquan.ledger.progress;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One period, or stage up to a milestone, for which a report is owed.
///
/// @param begin first day
/// @param last last day
/// @param due last day on which the report comes in time
/// @param filed when the report came, if it did
/// @param report the report that stands for it
public record Round(
        LocalDate begin,
        LocalDate last,
        LocalDate due,
        State state,
        @Nullable LocalDate filed,
        @Nullable UUID report) {
    /// Each state has words in `messages/progress.properties` (`progress.round.<word>`).
    public enum State {
        /// Reported, and in time.
        IN_TIME,
        /// Reported after the last day.
        LATE,
        /// Under way; nothing reported yet.
        RUNNING,
        /// Over; the report may still come in time.
        EXPECTED,
        /// The report did not come.
        MISSING;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
