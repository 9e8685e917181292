package org.tongquan.settlement;

import org.tongquan.settlement.posting.Account;

/// How an account stands after some leg. Arithmetic throws [ArithmeticException] rather than wrap.
///
/// @param no the account's number in the tables
/// @param id that of the account, made once
/// @param version how many legs it has had
/// @param posted the balance
/// @param incoming what pendings may still bring, 0 or above
/// @param outgoing what pendings may still take, 0 or below
record Standing(
        int no,
        String id,
        Account account,
        long version,
        long posted,
        long incoming,
        long outgoing) {

    Standing(int no, Account account, long version, long posted, long incoming, long outgoing) {
        this(no, account.id(), account, version, posted, incoming, outgoing);
    }

    Standing moved(long amount) {
        return new Standing(
                no, id, account, version + 1, Math.addExact(posted, amount), incoming, outgoing);
    }

    Standing reserved(long amount) {
        return amount > 0
                ? with(posted, Math.addExact(incoming, amount), outgoing)
                : with(posted, incoming, Math.addExact(outgoing, amount));
    }

    /// Gives back what was reserved and moves an amount that is part of it.
    Standing ended(long reserved, long amount) {
        long after = Math.addExact(posted, amount);
        return reserved > 0
                ? with(after, Math.subtractExact(incoming, reserved), outgoing)
                : with(after, incoming, Math.subtractExact(outgoing, reserved));
    }

    private Standing with(long newPosted, long newIncoming, long newOutgoing) {
        return new Standing(no, id, account, version + 1, newPosted, newIncoming, newOutgoing);
    }

    boolean isBelowLeast() {
        var least = account.least();
        return least != null && Math.addExact(posted, outgoing) < least;
    }

    boolean isAboveMost() {
        var most = account.most();
        return most != null && Math.addExact(posted, incoming) > most;
    }

    /// Whether the sums that limits are compared with fit, also where there is no limit.
    Standing requireFit() {
        Math.addExact(posted, outgoing);
        Math.addExact(posted, incoming);
        return this;
    }
}
