package org.tongquan.ledger.reporting;

import java.util.UUID;

/// What became of the wish to issue a report.
public sealed interface Issuing {
    record Done(UUID id) implements Issuing {}

    record Refused(Reason reason) implements Issuing {}

    /// Each reason has a sentence in `messages/ledger.properties` (`ledger.issue.refused.<word>`).
    enum Reason {
        /// The acting body may not issue reports.
        NOT_YOURS,
        /// The day lies in the future, or no version was in force then.
        DAY,
        /// A title is needed, at most [Reporting#MOST_TITLE] characters.
        TITLE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
