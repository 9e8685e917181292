package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Property;

/// What a verifier must refuse: every way of spoiling a proof that the published test data know,
/// on every proof of every tree of up to 33 leaves.
class ProofsTest {
    private static final int LARGEST = 33;
    private static final Digest RANDOM = Digest.ofText("random");
    private static final Digest ZERO = Digest.wrap(new byte[Digest.LENGTH]);

    private final NaiveTree tree = NaiveTree.ofSize(LARGEST);

    @Test
    void refusesEverySpoiledInclusionProof() {
        for (int size = 1; size <= LARGEST; size++) {
            for (int index = 0; index < size; index++) {
                refusesSpoiledInclusion(MerkleTree.inclusion(index, size, tree));
            }
        }
    }

    private void refusesSpoiledInclusion(InclusionProof proof) {
        var leaf = tree.leaf((int) proof.index());
        var root = tree.root((int) proof.size());
        for (var path : spoiled(proof.path(), leaf, root)) {
            var other = new InclusionProof(proof.index(), proof.size(), path);
            assertThat(other.proves(leaf, root)).as("%s", other).isFalse();
        }
        for (var wrong : List.of(RANDOM, ZERO, MerkleTree.EMPTY_ROOT)) {
            assertThat(proof.proves(wrong, root)).isFalse();
            assertThat(proof.proves(leaf, wrong)).isFalse();
        }
        for (long index : new long[] {proof.index() - 1, proof.index() + 1, proof.index() ^ 2}) {
            var other = new InclusionProof(index, proof.size(), proof.path());
            assertThat(other.proves(leaf, root)).as("%s", other).isFalse();
        }
        for (long size : new long[] {0, -1, proof.size() / 2, Long.MIN_VALUE}) {
            if (proof.index() >= size) {
                var other = new InclusionProof(proof.index(), size, proof.path());
                assertThat(other.proves(leaf, root)).as("%s", other).isFalse();
            }
        }
    }

    @Test
    void refusesEverySpoiledConsistencyProof() {
        for (int to = 1; to <= LARGEST; to++) {
            for (int from = 1; from <= to; from++) {
                refusesSpoiledConsistency(MerkleTree.consistency(from, to, tree));
            }
        }
    }

    private void refusesSpoiledConsistency(ConsistencyProof proof) {
        var from = tree.root((int) proof.from());
        var to = tree.root((int) proof.to());
        for (var path : spoiled(proof.path(), from, to)) {
            var other = new ConsistencyProof(proof.from(), proof.to(), path);
            assertThat(other.proves(from, to)).as("%s", other).isFalse();
        }
        for (var wrong : List.of(RANDOM, ZERO, MerkleTree.EMPTY_ROOT)) {
            assertThat(proof.proves(wrong, to)).isFalse();
            assertThat(proof.proves(from, wrong)).isFalse();
        }
        if (proof.from() < proof.to()) {
            assertThat(proof.proves(to, from)).isFalse();
            var backwards = new ConsistencyProof(proof.to(), proof.from(), proof.path());
            assertThat(backwards.proves(to, from)).isFalse();
            var none = new ConsistencyProof(proof.from(), proof.to(), List.of());
            assertThat(none.proves(from, to)).isFalse();
        }
        for (long other : new long[] {proof.from() - 1, proof.from() + 1, proof.from() ^ 2}) {
            assertThat(new ConsistencyProof(other, proof.to(), proof.path()).proves(from, to))
                    .as("%s as from %s", proof, other)
                    .isFalse();
        }
        for (long other : new long[] {proof.to() * 2, proof.to() / 2}) {
            assertThat(new ConsistencyProof(proof.from(), other, proof.path()).proves(from, to))
                    .as("%s as to %s", proof, other)
                    .isFalse();
        }
        for (long size : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThat(new ConsistencyProof(size, proof.to(), proof.path()).proves(from, to))
                    .isFalse();
            assertThat(new ConsistencyProof(proof.from(), size, proof.path()).proves(from, to))
                    .isFalse();
        }
    }

    @Test
    void saysNothingOfTheEmptyTree() {
        var empty = MerkleTree.EMPTY_ROOT;
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(empty, empty)).isFalse();
        assertThat(new ConsistencyProof(0, 1, List.of()).proves(empty, tree.root(1))).isFalse();
        assertThat(new InclusionProof(0, 0, List.of()).proves(empty, empty)).isFalse();
    }

    @Test
    void aTreeIsConsistentWithItselfOnly() {
        assertThat(new ConsistencyProof(3, 3, List.of()).proves(tree.root(3), tree.root(3)))
                .isTrue();
        assertThat(new ConsistencyProof(3, 3, List.of()).proves(tree.root(3), tree.root(4)))
                .isFalse();
    }

    @Test
    void noticesEveryFlippedBit() {
        var proof = MerkleTree.inclusion(11, 21, tree);
        for (int at = 0; at < proof.path().size(); at++) {
            for (int bit = 0; bit < Digest.LENGTH * Byte.SIZE; bit++) {
                var path = new ArrayList<>(proof.path());
                path.set(at, flipped(path.get(at), bit));
                assertThat(new InclusionProof(11, 21, path).proves(tree.leaf(11), tree.root(21)))
                        .isFalse();
            }
        }
        for (int bit = 0; bit < Digest.LENGTH * Byte.SIZE; bit++) {
            assertThat(proof.proves(flipped(tree.leaf(11), bit), tree.root(21))).isFalse();
            assertThat(proof.proves(tree.leaf(11), flipped(tree.root(21), bit))).isFalse();
        }
    }

    @Test
    void noticesAnyFlippedBitAtRandomSizes() {
        Property.forAll(
                choices -> {
                    int to = 2 + (int) choices.upTo(LARGEST - 2L);
                    int from = 1 + (int) choices.upTo(to - 2L);
                    return List.of(to, from, (int) choices.upTo(10_000));
                },
                sample -> {
                    int to = sample.get(0);
                    int from = sample.get(1);
                    int bit = sample.get(2);
                    var inclusion = MerkleTree.inclusion(from, to, tree);
                    assertThat(
                                    new InclusionProof(from, to, flipped(inclusion.path(), bit))
                                            .proves(tree.leaf(from), tree.root(to)))
                            .isFalse();
                    var consistency = MerkleTree.consistency(from, to, tree);
                    assertThat(
                                    new ConsistencyProof(from, to, flipped(consistency.path(), bit))
                                            .proves(tree.root(from), tree.root(to)))
                            .isFalse();
                });
    }

    private static List<Digest> flipped(List<Digest> path, int bit) {
        int bits = Digest.LENGTH * Byte.SIZE;
        var changed = new ArrayList<>(path);
        changed.set(
                bit / bits % path.size(), flipped(path.get(bit / bits % path.size()), bit % bits));
        return changed;
    }

    private static List<List<Digest>> spoiled(List<Digest> path, Digest first, Digest second) {
        var all = new ArrayList<List<Digest>>();
        for (var garbage : List.of(RANDOM, ZERO, first, second)) {
            all.add(with(path, 0, garbage));
            all.add(with(path, path.size(), garbage));
        }
        for (int at = 0; at < path.size(); at++) {
            var changed = new ArrayList<>(path);
            changed.set(at, flipped(path.get(at), 4 + at));
            all.add(changed);
            all.add(with(path, at, path.get(at)));
            var shorter = new ArrayList<>(path);
            shorter.remove(at);
            all.add(shorter);
        }
        return all;
    }

    private static List<Digest> with(List<Digest> path, int at, Digest more) {
        var longer = new ArrayList<>(path);
        longer.add(at, more);
        return longer;
    }

    private static Digest flipped(Digest digest, int bit) {
        var bytes = digest.bytes();
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Digest.wrap(bytes);
    }
}
