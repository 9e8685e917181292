package org.tongquan.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Standing;

/// One commitment with all that is known of it by the body that asks.
///
/// @param reports newest first, only of parties the body sees
/// @param whole how its parties stand together by the compact's rule; null where none is bound now
public record Card(
        Commitment commitment,
        List<Obligation> obligations,
        List<Assignment> assignments,
        List<ProgressReport> reports,
        @Nullable Standing whole) {
    public Card {
        obligations = List.copyOf(obligations);
        assignments = List.copyOf(assignments);
        reports = List.copyOf(reports);
    }

    /// The light of the whole, by the rule that the compact declares.
    public Light light() {
        return whole == null ? Light.NONE : whole.light();
    }

    /// Whether a unit has a part in what one party owes.
    public boolean hasPart(String party, String unit, Assignment.Role role) {
        return assignments.stream()
                .anyMatch(
                        a -> a.party().equals(party) && a.unit().equals(unit) && a.role() == role);
    }

    /// The units in the lead for one party.
    public List<String> leads(String party) {
        return assignments.stream()
                .filter(a -> a.party().equals(party) && a.role() == Assignment.Role.LEAD)
                .map(Assignment::unit)
                .toList();
    }
}
