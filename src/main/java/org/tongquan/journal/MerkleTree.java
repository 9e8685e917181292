package org.tongquan.journal;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.kernel.Digest;

/// The arithmetic of a Merkle tree as RFC 6962 and RFC 9162 define it, over SHA-256: which hashes
/// make a root or a proof, and how they combine. Only complete subtrees are ever stored (see
/// [Node]); everything else is computed from them in a number of steps that grows with log n.
public final class MerkleTree {
    /// The root of the tree without leaves: SHA-256 of nothing.
    public static final Digest EMPTY_ROOT = Digest.of();

    private static final byte[] LEAF_PREFIX = {0};
    private static final byte[] NODE_PREFIX = {1};

    private MerkleTree() {}

    /// A complete subtree: its leaves are `index * 2^level` to before `(index + 1) * 2^level`.
    /// Level 0 is the leaves themselves.
    public record Node(int level, long index) {
        public Node {
            if (level < 0 || level >= Long.SIZE - 1 || index < 0) {
                throw new IllegalArgumentException("no such node: " + level + ", " + index);
            }
        }

        long start() {
            return index << level;
        }
    }

    /// Hands out the hashes of complete subtrees, from memory or from a database.
    @FunctionalInterface
    public interface Nodes {
        /// The hashes of these nodes, in the order asked for.
        List<Digest> get(List<Node> nodes);
    }

    public static Digest leafHash(byte[] data) {
        return Digest.of(LEAF_PREFIX, data);
    }

    public static Digest nodeHash(Digest left, Digest right) {
        return Digest.of(NODE_PREFIX, left.bytes(), right.bytes());
    }

    /// The root of the tree of the first `size` leaves.
    public static Digest root(long size, Nodes nodes) {
        checkSize(size);
        return size == 0 ? EMPTY_ROOT : hashes(List.of(new Range(0, size)), nodes).getFirst();
    }

    /// Proof that leaf `index` belongs to the tree of the first `size` leaves.
    public static InclusionProof inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<Range>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.addFirst(new Range(middle, end));
                end = middle;
            } else {
                path.addFirst(new Range(start, middle));
                start = middle;
            }
        }
        return new InclusionProof(index, size, hashes(path, nodes));
    }

    /// Proof that the tree of the first `from` leaves is the beginning of that of the first `to`.
    ///
    /// @throws IllegalArgumentException unless `0 < from <= to`: nothing can be said of an empty
    ///     tree
    public static ConsistencyProof consistency(long from, long to, Nodes nodes) {
        if (from <= 0 || from > to) {
            throw new IllegalArgumentException("no consistency from " + from + " to " + to);
        }
        var path = new ArrayList<Range>();
        long start = 0;
        long end = to;
        while (end > from) {
            long middle = start + split(end - start);
            if (from <= middle) {
                path.addFirst(new Range(middle, end));
                end = middle;
            } else {
                path.addFirst(new Range(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.addFirst(new Range(start, end));
        }
        return new ConsistencyProof(from, to, hashes(path, nodes));
    }

    /// The complete subtrees, from left to right, that the first `size` leaves fall into: what a
    /// growing tree has to remember.
    static List<Node> peaks(long size) {
        checkSize(size);
        return new Range(0, size).nodes();
    }

    /// The root of neighbouring subtrees, given from left to right.
    static Digest fold(List<Digest> peaks) {
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = nodeHash(peaks.get(i), root);
        }
        return root;
    }

    /// The largest power of two below `size`.
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void checkSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree of size " + size);
        }
    }

    /// Asks for all nodes of all ranges at once: one question to the database per proof.
    private static List<Digest> hashes(List<Range> ranges, Nodes nodes) {
        var wanted = ranges.stream().flatMap(range -> range.nodes().stream()).toList();
        var got = wanted.isEmpty() ? List.<Digest>of() : nodes.get(wanted);
        if (got.size() != wanted.size()) {
            throw new IllegalStateException(
                    "asked for " + wanted.size() + " nodes, got " + got.size());
        }
        var hashes = new ArrayList<Digest>();
        int at = 0;
        for (var range : ranges) {
            int next = at + range.nodes().size();
            hashes.add(fold(got.subList(at, next)));
            at = next;
        }
        return List.copyOf(hashes);
    }

    /// Leaves `start` to before `end`, as they occur in a tree: `start` is a multiple of a power
    /// of two that is at least as large as the range.
    private record Range(long start, long end) {
        List<Node> nodes() {
            var nodes = new ArrayList<Node>();
            long at = start;
            while (at < end) {
                int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - at);
                nodes.add(new Node(level, at >>> level));
                at += 1L << level;
            }
            return nodes;
        }
    }
}
