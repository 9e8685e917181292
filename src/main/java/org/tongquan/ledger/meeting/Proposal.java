package org.tongquan.ledger.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An open matter that could be a point of the agenda.
///
/// @param subject and `party`: as in [Meeting.Point]
/// @param pressing urgent or overdue: before the others of its origin
/// @param since the day since when it is open, or was due
/// @param href where it stands
public record Proposal(
        Meeting.Origin origin,
        String subject,
        String party,
        String zh,
        String en,
        boolean pressing,
        @Nullable LocalDate since,
        String href) {
    public String key() {
        return Proposals.key(origin, subject, party);
    }
}
