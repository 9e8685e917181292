package org.tongquan.ledger.suggesting;

import java.util.Locale;

/// What keeps a suggestion from being taken or dealt with. Each has a sentence
/// `suggesting.fault.<word>`.
public enum SuggestionFault {
    /// The region takes no suggestions of the public.
    CLOSED,
    /// The title is too short or too long.
    TITLE,
    /// The text is too short or too long.
    TEXT,
    /// A field that the compact does not name.
    CATEGORY,
    /// The way to reach the writer is too long.
    CONTACT,
    /// The field that people do not see was filled in.
    TRAP,
    /// The form was open for a moment only.
    TOO_FAST,
    /// The form was open too long, or it was not one of ours.
    EXPIRED,
    /// Too many suggestions from one address within the hour.
    TOO_MANY,
    /// Too many suggestions in the region within the hour.
    BUSY,
    /// The acting body may not do this.
    NOT_YOURS,
    /// There is no such suggestion, or it is another region's.
    NOT_FOUND,
    /// It stands so already.
    NOT_NOW,
    /// Somebody dealt with it after the page was opened.
    CHANGED_MEANWHILE,
    /// A unit that nobody declared.
    UNIT,
    /// No such commitment or item of a plan.
    COMMITMENT,
    /// A reason is missing or too long.
    REASON,
    /// The answer is missing or too long.
    ANSWER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
