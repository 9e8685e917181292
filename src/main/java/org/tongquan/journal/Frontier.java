package org.tongquan.journal;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.journal.MerkleTree.Node;
import org.tongquan.kernel.Digest;

/// The right edge of a growing tree: the hashes of its complete subtrees, largest first. Adding a
/// leaf completes at most log n subtrees, whose hashes it reports to be kept. Not thread-safe.
final class Frontier {
    private final List<Digest> peaks;
    private long size;

    /// Is told each complete subtree once, the leaf itself included.
    @FunctionalInterface
    interface Keeper {
        void keep(Node node, Digest hash);
    }

    /// @param peaks the hashes of [MerkleTree#peaks] of that size, in the same order
    Frontier(long size, List<Digest> peaks) {
        if (peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " has " + Long.bitCount(size) + " peaks");
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    static Frontier empty() {
        return new Frontier(0, List.of());
    }

    void add(Digest leafHash, Keeper keeper) {
        var hash = leafHash;
        long index = size;
        int level = 0;
        keeper.keep(new Node(level, index), hash);
        while ((index & 1) == 1) {
            hash = MerkleTree.nodeHash(peaks.removeLast(), hash);
            index >>>= 1;
            level++;
            keeper.keep(new Node(level, index), hash);
        }
        peaks.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    Digest root() {
        return size == 0 ? MerkleTree.EMPTY_ROOT : MerkleTree.fold(peaks);
    }
}
