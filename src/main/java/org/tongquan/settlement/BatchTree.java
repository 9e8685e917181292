package org.tongquan.settlement;

import java.util.Arrays;
import java.util.List;
import org.tongquan.journal.InclusionProof;
import org.tongquan.journal.MerkleTree;
import org.tongquan.journal.MerkleTree.Node;
import org.tongquan.kernel.Digest;

/// The tree over the postings of one batch, from their hashes.
///
/// @param hashes the leaves, 32 bytes each, one after the other
record BatchTree(byte[] hashes) {
    static BatchTree of(List<Digest> leaves) {
        var all = new byte[Digest.LENGTH * leaves.size()];
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(leaves.get(i).bytes(), 0, all, i * Digest.LENGTH, Digest.LENGTH);
        }
        return new BatchTree(all);
    }

    int size() {
        return hashes.length / Digest.LENGTH;
    }

    Digest root() {
        return MerkleTree.root(size(), this::get);
    }

    InclusionProof inclusion(int place) {
        return MerkleTree.inclusion(place, size(), this::get);
    }

    private List<Digest> get(List<Node> nodes) {
        return nodes.stream().map(n -> subtree(n.level(), Math.toIntExact(n.index()))).toList();
    }

    private Digest subtree(int level, int index) {
        if (level == 0) {
            int at = index * Digest.LENGTH;
            return Digest.wrap(Arrays.copyOfRange(hashes, at, at + Digest.LENGTH));
        }
        return MerkleTree.nodeHash(
                subtree(level - 1, 2 * index), subtree(level - 1, 2 * index + 1));
    }
}
