package org.tongquan.ledger.recounting;

import java.util.List;

/// What came of computing a region's outcomes again.
public record Recount(String region, List<Part> parts) {
    public Recount {
        parts = List.copyOf(parts);
    }

    /// @param what word of a sort of outcomes
    /// @param count how many were computed again
    /// @param found how many of them differ
    /// @param mismatches the first of these
    public record Part(String what, int count, int found, List<Mismatch> mismatches) {
        public Part {
            mismatches = List.copyOf(mismatches);
        }
    }

    public boolean isSame() {
        return parts.stream().allMatch(p -> p.found() == 0);
    }
}
