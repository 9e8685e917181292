package org.tongquan.settlement.posting;

/// A leg as it stands in the books.
///
/// @param no place in its posting, from 0
/// @param amount what was moved
/// @param reserved what was reserved, or given back of it (with the other sign)
public record PostedLeg(int no, String account, long amount, long reserved, String text) {}
