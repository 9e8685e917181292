package org.tongquan.ledger.planning;

/// What keeps a plan or an item from being taken. Each has a sentence `planning.fault.<word>`.
public enum PlanFault {
    /// The acting body may not do this, or it is another region's.
    NOT_YOURS,
    /// There is no such plan, item or comment.
    NOT_FOUND,
    /// The plan is not at a step where this can be done.
    NOT_NOW,
    /// Somebody changed the item after the form was opened.
    CHANGED_MEANWHILE,
    /// A plan of this year exists already.
    EXISTS,
    /// The year lies too far away.
    YEAR,
    /// A text is missing or too long.
    TEXT,
    /// The deadline lies before the start.
    DAYS,
    /// No party is named, or one that is no member.
    PARTIES,
    /// The weight lies outside its bounds.
    WEIGHT,
    /// Milestones do not rise in time and progress between start and deadline.
    MILESTONES,
    /// It depends on itself, on an unknown item, or in a circle.
    DEPENDS,
    /// A unit that nobody declared.
    UNIT,
    /// The time for comments has not run out.
    COMMENTS_OPEN,
    /// A comment has no answer yet.
    COMMENTS_UNANSWERED,
    /// A reason is missing.
    REASON,
    /// More than one part of a split would go on with the progress of the whole.
    CARRIES,
    /// The compact asks for evidence with such a change, and none was handed in.
    EVIDENCE,
    /// The plan has no item.
    EMPTY;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
