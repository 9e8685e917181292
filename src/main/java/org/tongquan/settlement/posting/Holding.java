package org.tongquan.settlement.posting;

/// An account and how it stands.
public record Holding(Account account, Balance balance) {}
