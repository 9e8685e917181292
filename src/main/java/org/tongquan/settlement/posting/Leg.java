package org.tongquan.settlement.posting;

/// What one account receives (above zero) or gives (below zero).
///
/// @param account id of the account
/// @param amount in the smallest part of the account's unit, never 0
/// @param text a remark that the account's own side alone reads; may be empty
public record Leg(String account, long amount, String text) {
    public Leg(String account, long amount) {
        this(account, amount, "");
    }
}
