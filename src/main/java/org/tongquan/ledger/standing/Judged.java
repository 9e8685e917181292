package org.tongquan.ledger.standing;

/// What one party owes of an item, with its standing.
public record Judged(Owed owed, String party, Standing standing) {}
