package org.tongquan.ledger.meeting;

/// What keeps a meeting or a decision from going on. Each has a sentence `meeting.fault.<word>`.
public enum MeetingFault {
    /// The acting body may not do this, or it is another region's.
    NOT_YOURS,
    /// Who carries out a decision does not settle it.
    OWN_CASE,
    /// There is no such meeting, point, decision or body.
    NOT_FOUND,
    /// It does not follow from the state.
    NOT_NOW,
    /// A title or text is missing or too long.
    TEXT,
    /// The day is missing or too far away, or lies in the past.
    DAY,
    /// Nobody is invited, or a body that nobody declared.
    INVITED,
    /// The kind of meeting is none of the rule's.
    SITTING,
    /// The agenda is empty or too long.
    AGENDA,
    /// Too many or too large files.
    FILE,
    /// A body has no note of its attendance.
    ATTENDANCE,
    /// Nobody was there.
    NOBODY,
    /// A point of the agenda has no minutes.
    MINUTES,
    /// A decision names no responsible unit, or one that nobody declared.
    UNIT,
    /// A decision names a party that is no member.
    PARTY,
    /// No plan can take it, or the plan refused it.
    PLAN,
    /// No rule for meetings is in force.
    NO_RULE;

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
