package org.tongquan.ledger.standing;

/// Who answers for what once was another unit's: known to the ledger without knowing how hand-overs
/// come about.
@FunctionalInterface
public interface Successors {
    /// The unit that holds a unit's duties now; the unit itself where nothing was handed over.
    ///
    /// @param region id of the compact
    /// @param unit `<holder>/<unit>`
    String now(String region, String unit);
}
