package org.tongquan.journal;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.journal.MerkleTree.Node;
import org.tongquan.kernel.Digest;

/// The definitions of RFC 6962, 2.1, word for word: slow and obvious, to compare with.
final class NaiveTree implements MerkleTree.Nodes {
    private final List<Digest> leaves;

    NaiveTree(List<Digest> leafHashes) {
        this.leaves = List.copyOf(leafHashes);
    }

    /// A tree of so many different leaves.
    static NaiveTree ofSize(int size) {
        var leaves = new ArrayList<Digest>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(("leaf " + i).getBytes()));
        }
        return new NaiveTree(leaves);
    }

    Digest leaf(int index) {
        return leaves.get(index);
    }

    Digest root(int size) {
        return root(leaves.subList(0, size));
    }

    List<Digest> inclusion(int index, int size) {
        return path(index, leaves.subList(0, size));
    }

    List<Digest> consistency(int from, int to) {
        return subProof(from, leaves.subList(0, to), true);
    }

    @Override
    public List<Digest> get(List<Node> nodes) {
        return nodes.stream()
                .map(
                        node ->
                                root(
                                        leaves.subList(
                                                (int) node.start(),
                                                (int) node.start() + (1 << node.level()))))
                .toList();
    }

    private static Digest root(List<Digest> d) {
        if (d.isEmpty()) {
            return Digest.of(new byte[0]);
        }
        if (d.size() == 1) {
            return d.getFirst();
        }
        int k = split(d.size());
        return MerkleTree.nodeHash(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    private static List<Digest> path(int m, List<Digest> d) {
        if (d.size() == 1) {
            return List.of();
        }
        int k = split(d.size());
        return m < k
                ? and(path(m, d.subList(0, k)), root(d.subList(k, d.size())))
                : and(path(m - k, d.subList(k, d.size())), root(d.subList(0, k)));
    }

    private static List<Digest> subProof(int m, List<Digest> d, boolean whole) {
        if (m == d.size()) {
            return whole ? List.of() : List.of(root(d));
        }
        int k = split(d.size());
        return m <= k
                ? and(subProof(m, d.subList(0, k), whole), root(d.subList(k, d.size())))
                : and(subProof(m - k, d.subList(k, d.size()), false), root(d.subList(0, k)));
    }

    private static List<Digest> and(List<Digest> path, Digest last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
