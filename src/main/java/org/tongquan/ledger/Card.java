package org.tongquan.ledger;

import java.util.List;
import org.tongquan.ledger.standing.Light;

/// One commitment with all that is known of it by the body that asks.
///
/// @param reports newest first, only of parties the body sees
public record Card(
        Commitment commitment,
        List<Obligation> obligations,
        List<Assignment> assignments,
        List<ProgressReport> reports) {
    public Card {
        obligations = List.copyOf(obligations);
        assignments = List.copyOf(assignments);
        reports = List.copyOf(reports);
    }

    /// The light of the whole: the worst of its parties'.
    public Light light() {
        return Light.worst(obligations.stream().map(o -> o.standing().light()).toList());
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
