package org.tongquan.ledger.standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was reported and counts, by item and party.
public final class Reports {
    private final Map<String, Map<String, List<Duty.Report>>> byParty = new HashMap<>();

    /// @param all in the order in which they count
    public void put(String item, String party, List<Duty.Report> all) {
        byParty.computeIfAbsent(party, p -> new HashMap<>()).put(item, List.copyOf(all));
    }

    public List<Duty.Report> of(String item, String party) {
        return byParty.getOrDefault(party, Map.of()).getOrDefault(item, List.of());
    }
}
