package org.tongquan.journal;

import java.util.List;
import org.tongquan.kernel.Digest;

/// That one leaf stands at one place of one tree (RFC 9162, 2.1.3).
///
/// @param index place of the leaf, from 0
/// @param size number of leaves of the tree
/// @param path the hashes beside the way from the leaf up to the root
public record InclusionProof(long index, long size, List<Digest> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /// Whether this leaf stands there in the tree with this root. False as well for a place
    /// outside the tree, an empty tree, and a path that is too short or too long.
    public boolean proves(Digest leafHash, Digest root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        var hash = leafHash;
        for (var beside : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleTree.nodeHash(beside, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
