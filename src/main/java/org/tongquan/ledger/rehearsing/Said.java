package org.tongquan.ledger.rehearsing;

import java.util.Locale;

/// What a rule says about one matter.
///
/// @param what which rule spoke
/// @param key names the matter among all of its sort, the same under every version
/// @param subject the matter for a reader: an item's id, a number, a title
/// @param party whom it concerns; empty when nobody in particular
/// @param says a day, or who decides
public record Said(What what, String key, String subject, String party, String says) {
    /// Which rule spoke, in the order of listings.
    public enum What {
        /// A reminder before the last day.
        REMINDER,
        /// The last day itself.
        DUE,
        /// The last day has passed.
        OVERDUE,
        /// A notice is issued.
        NOTICE,
        /// A rung of the ladder.
        ESCALATION,
        /// The term of a step of a notice.
        NOTICE_TERM,
        /// The term to put right what an inspection found.
        FINDING_TERM,
        /// The last day on which a report comes in time, and what became of it.
        REPORT,
        /// An alarm about reports that are missing or tell of no progress.
        REPORT_ALARM,
        /// The term of a step of the yearly plan.
        PLAN_TERM,
        /// Who decides about a change of the plan.
        ADJUSTMENT,
        /// The terms of a suggestion.
        SUGGESTION_TERM,
        /// The terms of a major matter.
        MATTER_TERM,
        /// The terms of a meeting.
        MEETING_TERM;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
