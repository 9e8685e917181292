package org.tongquan.settlement;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Kind;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.PostingId;

/// The books as slowly and plainly as can be: a list of rows, from which everything is added up
/// again for every question, in numbers without end. Shares no arithmetic with the rule.
final class SlowModel {
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    record Move(String account, BigInteger amount, BigInteger reserved) {}

    record Row(PostingId id, Kind kind, List<Move> moves, PostingId related, Instant until) {}

    SlowModel(List<Account> accounts) {
        accounts.forEach(a -> this.accounts.put(a.id(), a));
    }

    List<Row> rows() {
        return rows;
    }

    Set<PostingId> ended() {
        var ended = new HashSet<PostingId>();
        rows.stream().filter(r -> r.related() != null).forEach(r -> ended.add(r.related()));
        return ended;
    }

    /// Pendings that no other posting ended and whose moment has come.
    List<Row> due(Instant now) {
        var ended = ended();
        return rows.stream()
                .filter(r -> r.until() != null && !r.until().isAfter(now))
                .filter(r -> !ended.contains(r.id()))
                .toList();
    }

    /// Ends what is due; the books do so before anything else.
    void timeOut(Instant now) {
        for (var row : due(now)) {
            rows.add(new Row(new PostingId(-1), Kind.TIMED_OUT, giveBack(row), row.id(), null));
        }
    }

    /// Whether all of them can be posted; then they are, under ids that [#name] gives them.
    boolean post(List<Instruction> linked, Instant now) {
        int before = rows.size();
        for (var instruction : linked) {
            var row = row(instruction, now);
            if (row != null) {
                rows.add(row);
            }
            if (row == null || !isSound()) {
                while (rows.size() > before) {
                    rows.removeLast();
                }
                return false;
            }
        }
        return true;
    }

    /// Gives the last rows the ids that the books chose.
    void name(List<PostingId> ids) {
        int at = rows.size() - ids.size();
        for (var id : ids) {
            var row = rows.get(at);
            rows.set(at++, new Row(id, row.kind(), row.moves(), row.related(), row.until()));
        }
    }

    private Row row(Instruction instruction, Instant now) {
        var none = new PostingId(-1);
        return switch (instruction) {
            case Instruction.Move move ->
                    balanced(move.legs())
                            ? new Row(none, Kind.MOVED, moves(move.legs(), false), null, null)
                            : null;
            case Instruction.Reserve reserve ->
                    balanced(reserve.legs())
                                    && (reserve.until() == null || reserve.until().isAfter(now))
                            ? new Row(
                                    none,
                                    Kind.PENDING,
                                    moves(reserve.legs(), true),
                                    null,
                                    reserve.until())
                            : null;
            case Instruction.Settle settle -> settle(settle, now);
            case Instruction.Release release -> {
                var pending = pending(release.pending(), now);
                yield pending == null
                        ? null
                        : new Row(none, Kind.RELEASED, giveBack(pending), pending.id(), null);
            }
            case Instruction.Reverse reverse -> reverse(reverse);
            case Instruction.TimeOut over -> throw new IllegalArgumentException(over.key());
        };
    }

    private Row settle(Instruction.Settle settle, Instant now) {
        var pending = pending(settle.pending(), now);
        if (pending == null) {
            return null;
        }
        var moves = new ArrayList<Move>();
        var parts = settle.amounts();
        if (!parts.isEmpty() && parts.size() != pending.moves().size()) {
            return null;
        }
        for (int i = 0; i < pending.moves().size(); i++) {
            var reserved = pending.moves().get(i).reserved();
            var amount = parts.isEmpty() ? reserved : BigInteger.valueOf(parts.get(i));
            boolean sameSign = amount.signum() == 0 || amount.signum() == reserved.signum();
            if (!sameSign || amount.abs().compareTo(reserved.abs()) > 0) {
                return null;
            }
            moves.add(new Move(pending.moves().get(i).account(), amount, reserved.negate()));
        }
        boolean nothing = moves.stream().allMatch(m -> m.amount().signum() == 0);
        boolean zero = sums(moves).values().stream().allMatch(s -> s.signum() == 0);
        return nothing || !zero
                ? null
                : new Row(new PostingId(-1), Kind.SETTLED, moves, pending.id(), null);
    }

    private Row reverse(Instruction.Reverse reverse) {
        var original = find(reverse.original());
        if (original == null
                || original.kind() == Kind.PENDING
                || ended().contains(original.id())) {
            return null;
        }
        var moves =
                original.moves().stream()
                        .filter(m -> m.amount().signum() != 0)
                        .map(m -> new Move(m.account(), m.amount().negate(), BigInteger.ZERO))
                        .toList();
        return moves.isEmpty()
                ? null
                : new Row(new PostingId(-1), Kind.REVERSAL, moves, original.id(), null);
    }

    private Row find(PostingId id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
    }

    private Row pending(PostingId id, Instant now) {
        var row = find(id);
        boolean open =
                row != null
                        && row.kind() == Kind.PENDING
                        && !ended().contains(id)
                        && (row.until() == null || row.until().isAfter(now));
        return open ? row : null;
    }

    private static List<Move> giveBack(Row pending) {
        return pending.moves().stream()
                .map(m -> new Move(m.account(), BigInteger.ZERO, m.reserved().negate()))
                .toList();
    }

    private boolean balanced(List<Leg> legs) {
        var moves = moves(legs, false);
        return legs.size() >= 2
                && legs.stream().allMatch(l -> l.amount() != 0)
                && legs.stream().allMatch(l -> accounts.containsKey(l.account()))
                && sums(moves).values().stream().allMatch(s -> s.signum() == 0);
    }

    private static List<Move> moves(List<Leg> legs, boolean reserved) {
        return legs.stream()
                .map(
                        l -> {
                            var amount = BigInteger.valueOf(l.amount());
                            return reserved
                                    ? new Move(l.account(), BigInteger.ZERO, amount)
                                    : new Move(l.account(), amount, BigInteger.ZERO);
                        })
                .toList();
    }

    private Map<String, BigInteger> sums(List<Move> moves) {
        var sums = new HashMap<String, BigInteger>();
        for (var move : moves) {
            var account = accounts.get(move.account());
            var unit = account == null ? "?" : account.unit().code();
            sums.merge(unit, move.amount(), BigInteger::add);
        }
        return sums;
    }

    /// Whether every account keeps to its limits, and everything fits.
    private boolean isSound() {
        return accounts.values().stream()
                .allMatch(
                        a -> {
                            var stands = stands(a.id());
                            var low = stands.get(0).add(stands.get(2));
                            var high = stands.get(0).add(stands.get(1));
                            return low.compareTo(limit(a.least(), LEAST)) >= 0
                                    && high.compareTo(limit(a.most(), MOST)) <= 0;
                        });
    }

    private static BigInteger limit(Long stated, BigInteger otherwise) {
        return stated == null ? otherwise : BigInteger.valueOf(stated);
    }

    /// Posted, incoming, outgoing.
    List<BigInteger> stands(String account) {
        var posted = BigInteger.ZERO;
        var incoming = BigInteger.ZERO;
        var outgoing = BigInteger.ZERO;
        var ended = ended();
        for (var row : rows) {
            for (var move : row.moves()) {
                if (!move.account().equals(account)) {
                    continue;
                }
                posted = posted.add(move.amount());
                if (row.kind() == Kind.PENDING && !ended.contains(row.id())) {
                    if (move.reserved().signum() > 0) {
                        incoming = incoming.add(move.reserved());
                    } else {
                        outgoing = outgoing.add(move.reserved());
                    }
                }
            }
        }
        return List.of(posted, incoming, outgoing);
    }
}
