package org.tongquan.journal;

import java.util.List;
import org.tongquan.kernel.Digest;

/// That a smaller tree is the unchanged beginning of a larger one (RFC 9162, 2.1.4).
///
/// @param from size of the smaller tree
/// @param to size of the larger tree, or the same
/// @param path the hashes that lead to both roots
public record ConsistencyProof(long from, long to, List<Digest> path) {
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /// Whether the tree with the first root grew into the one with the second. False as well for
    /// an empty tree, a tree that shrank, and a path that is too short or too long.
    public boolean proves(Digest fromRoot, Digest toRoot) {
        if (from <= 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        boolean isWhole = Long.bitCount(from) == 1;
        var rest = isWhole ? path : path.subList(1, path.size());
        var seed = isWhole ? fromRoot : path.getFirst();
        return leadsToBoth(seed, rest, fromRoot, toRoot);
    }

    private boolean leadsToBoth(Digest seed, List<Digest> rest, Digest fromRoot, Digest toRoot) {
        int complete = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >>> complete;
        long last = (to - 1) >>> complete;
        var older = seed;
        var newer = seed;
        for (var beside : rest) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = MerkleTree.nodeHash(beside, older);
                newer = MerkleTree.nodeHash(beside, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                newer = MerkleTree.nodeHash(newer, beside);
            }
            place >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(fromRoot) && newer.equals(toRoot);
    }
}
