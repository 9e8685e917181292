package org.tongquan.ledger.meeting;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What an agenda should take up, of all that is open. Pure: the same whatever the order in which
/// the open matters are handed over.
final class Proposals {
    private static final Comparator<Proposal> ORDER =
            Comparator.comparing(Proposal::origin)
                    .thenComparing(Proposal::pressing, Comparator.reverseOrder())
                    .thenComparing(Proposal::since, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Proposal::subject)
                    .thenComparing(Proposal::party);

    private Proposals() {}

    /// @param open everything that is open
    /// @param taken points that the agenda has already
    /// @param most no more than so many of each origin
    static List<Proposal> of(Collection<Proposal> open, List<Meeting.Point> taken, int most) {
        Set<String> known = new HashSet<>();
        taken.forEach(p -> known.add(key(p.origin(), p.subject(), p.party())));
        return java.util.Arrays.stream(Meeting.Origin.values())
                .flatMap(
                        origin ->
                                open.stream()
                                        .filter(p -> p.origin() == origin)
                                        .sorted(ORDER)
                                        .filter(p -> known.add(p.key()))
                                        .limit(most))
                .toList();
    }

    static String key(Meeting.Origin origin, String subject, String party) {
        return origin.word() + " " + subject + " " + party;
    }
}
