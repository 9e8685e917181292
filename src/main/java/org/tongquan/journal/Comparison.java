package org.tongquan.journal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongquan.journal.Finding.Kind;
import org.tongquan.journal.LogCopy.Row;
import org.tongquan.kernel.Digest;

/// Entry lines against the leaf hashes they should lead to: names each line that was edited,
/// inserted or moved, and each leaf whose entry is gone.
final class Comparison {
    private static final int NONE = -1;

    private final Map<Digest, Integer> places = new HashMap<>();
    private final List<Row> rows;
    private final int size;

    /// For each row its true index, or [#NONE].
    private final int[] truth;

    private final BitSet present = new BitSet();
    private final List<Finding> findings = new ArrayList<>();

    Comparison(List<Digest> hashes, List<Row> rows) {
        for (int i = 0; i < hashes.size(); i++) {
            places.put(hashes.get(i), i);
        }
        this.rows = rows;
        this.size = hashes.size();
        this.truth = new int[rows.size()];
    }

    List<Finding> findings() {
        findKnown();
        nameUnknown();
        nameMoved();
        nameMissing();
        return findings;
    }

    /// Of several copies of an entry, the one beside a neighbour it was recorded beside is taken
    /// for the original.
    private void findKnown() {
        var originals = new HashMap<Integer, Integer>();
        for (int at = 0; at < truth.length; at++) {
            truth[at] = place(at);
            if (truth[at] != NONE) {
                present.set(truth[at]);
                originals.merge(truth[at], at, (one, other) -> isAtHome(one) ? one : other);
            }
        }
        for (int at = 0; at < truth.length; at++) {
            int place = truth[at];
            if (place != NONE && originals.getOrDefault(place, at) != at) {
                truth[at] = NONE;
                add(Kind.INSERTED, at, place, "is a second copy of entry " + place);
            }
        }
    }

    private int place(int at) {
        return at < 0 || at >= rows.size() ? NONE : places.getOrDefault(rows.get(at).hash(), NONE);
    }

    private boolean isAtHome(int at) {
        return place(at - 1) == place(at) - 1 || place(at + 1) == place(at) + 1;
    }

    /// A line that leads to no leaf took the place of a missing entry, or was put in.
    private void nameUnknown() {
        int previous = NONE;
        for (int at = 0; at < truth.length; at++) {
            if (truth[at] != NONE) {
                previous = truth[at];
            } else if (!places.containsKey(rows.get(at).hash())) {
                int replaced = replaced(rows.get(at), previous);
                if (replaced == NONE) {
                    add(Kind.INSERTED, at, previous + 1L, "was never recorded");
                } else {
                    present.set(replaced);
                    previous = replaced;
                    add(Kind.EDITED, at, replaced, "is not what was recorded as entry " + replaced);
                }
            }
        }
    }

    private int replaced(Row row, int previous) {
        if (row.claimed() < size && !present.get((int) row.claimed())) {
            return (int) row.claimed();
        }
        int next = previous + 1;
        return next < size && !present.get(next) ? next : NONE;
    }

    private void nameMoved() {
        var inOrder = longestRise(truth);
        int renumbered = NONE;
        int count = 0;
        for (int at = 0; at < truth.length; at++) {
            if (truth[at] == NONE) {
                continue;
            }
            if (!inOrder.get(at)) {
                add(Kind.REORDERED, at, truth[at], "was recorded as entry " + truth[at]);
            } else if (rows.get(at).claimed() != truth[at]) {
                renumbered = renumbered == NONE ? at : renumbered;
                count++;
            }
        }
        if (renumbered != NONE) {
            add(
                    Kind.RENUMBERED,
                    renumbered,
                    truth[renumbered],
                    "and %d after it carry other numbers than they had".formatted(count - 1));
        }
    }

    private void nameMissing() {
        for (int from = present.nextClearBit(0); from < size; ) {
            int next = present.nextSetBit(from);
            int to = next == NONE ? size : next;
            boolean isEnd = to == size;
            var which = to - from == 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
            findings.add(
                    new Finding(
                            isEnd ? Kind.TRUNCATED : Kind.REMOVED,
                            from,
                            0,
                            which + (isEnd ? " missing at the end" : " missing")));
            from = present.nextClearBit(to);
        }
    }

    /// Which positions belong to a longest rising run through the known places: what remains in
    /// order if as few lines as possible were moved.
    private static BitSet longestRise(int[] truth) {
        int[] ends = new int[truth.length];
        int[] before = new int[truth.length];
        int length = 0;
        for (int at = 0; at < truth.length; at++) {
            if (truth[at] == NONE) {
                continue;
            }
            int place = truth[at];
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (truth[ends[middle]] < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[at] = low == 0 ? NONE : ends[low - 1];
            ends[low] = at;
            length = Math.max(length, low + 1);
        }
        var chosen = new BitSet();
        for (int at = length == 0 ? NONE : ends[length - 1]; at != NONE; at = before[at]) {
            chosen.set(at);
        }
        return chosen;
    }

    private void add(Kind kind, int at, long index, String what) {
        var row = rows.get(at);
        var text = "line %d (%s) %s".formatted(row.line(), row.name(), what);
        findings.add(new Finding(kind, index, row.line(), text));
    }
}
