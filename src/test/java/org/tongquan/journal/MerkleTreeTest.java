package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongquan.journal.MerkleTree.Node;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Property;

class MerkleTreeTest {
    private static final int LARGEST = 130;
    private static final int COMPLETE = 64;

    /// The eight leaves of the published Certificate Transparency vectors.
    private static final List<Digest> PUBLISHED =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void growsToThePublishedRoots(int size, String root) {
        var tree = new NaiveTree(PUBLISHED);
        assertThat(MerkleTree.root(size, tree)).isEqualTo(Digest.parse(root));
        var frontier = Frontier.empty();
        PUBLISHED.subList(0, size).forEach(leaf -> frontier.add(leaf, (node, hash) -> {}));
        assertThat(frontier.root()).isEqualTo(Digest.parse(root));
    }

    @Test
    void givesThePublishedProofs() {
        var tree = new NaiveTree(PUBLISHED);
        assertThat(MerkleTree.inclusion(5, 8, tree).path())
                .extracting(Digest::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(MerkleTree.consistency(2, 5, tree).path())
                .extracting(Digest::hex)
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void agreesWithTheDefinitionForEverySizeUpTo130() {
        var tree = NaiveTree.ofSize(LARGEST);
        var roots = IntStream.rangeClosed(0, LARGEST).mapToObj(tree::root).toList();
        for (int size = 0; size <= LARGEST; size++) {
            var root = roots.get(size);
            assertThat(MerkleTree.root(size, tree)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(index, size, tree);
                assertThat(proof.path()).isEqualTo(tree.inclusion(index, size));
                assertThat(proof.proves(tree.leaf(index), root)).isTrue();
            }
            for (int from = 1; from <= size; from++) {
                var proof = MerkleTree.consistency(from, size, tree);
                assertThat(proof.path()).isEqualTo(tree.consistency(from, size));
                assertThat(proof.proves(roots.get(from), root)).isTrue();
            }
        }
    }

    @Test
    void keepsEachCompleteSubtreeOnceWhileGrowing() {
        var naive = NaiveTree.ofSize(COMPLETE);
        var kept = new HashMap<Node, Digest>();
        var frontier = Frontier.empty();
        for (int size = 1; size <= COMPLETE; size++) {
            frontier.add(
                    naive.leaf(size - 1),
                    (node, hash) -> assertThat(kept.put(node, hash)).isNull());
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(naive.root(size));
            var peaks = MerkleTree.peaks(size).stream().map(kept::get).toList();
            assertThat(new Frontier(size, peaks).root()).isEqualTo(naive.root(size));
        }
        assertThat(kept).hasSize(2 * COMPLETE - 1);
        kept.forEach((node, hash) -> assertThat(naive.get(List.of(node))).containsExactly(hash));
    }

    @Test
    void asksForNoMoreNodesThanTheLogarithmTwice() {
        var asked = new ArrayList<Node>();
        MerkleTree.Nodes counting =
                nodes -> {
                    asked.addAll(nodes);
                    return nodes.stream().map(node -> MerkleTree.EMPTY_ROOT).toList();
                };
        MerkleTree.inclusion(999_999, 10_000_000, counting);
        assertThat(asked).hasSizeLessThan(48);
        asked.clear();
        MerkleTree.consistency(9_999_999, 10_000_000, counting);
        assertThat(asked).hasSizeLessThan(72);
    }

    @Test
    void refusesProofsOfWhatIsNotThere() {
        var tree = NaiveTree.ofSize(4);
        assertThatThrownBy(() -> MerkleTree.inclusion(4, 4, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.inclusion(0, 0, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(0, 4, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.consistency(4, 3, tree))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(-1, tree))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void provesAtRandomSizes() {
        var tree = NaiveTree.ofSize(700);
        Property.forAll(
                choices -> {
                    int size = 1 + (int) choices.upTo(699);
                    return List.of(size, (int) choices.upTo(size - 1L));
                },
                sample -> {
                    int size = sample.get(0);
                    int index = sample.get(1);
                    assertThat(
                                    MerkleTree.inclusion(index, size, tree)
                                            .proves(tree.leaf(index), tree.root(size)))
                            .isTrue();
                    assertThat(
                                    MerkleTree.consistency(index + 1, size, tree)
                                            .proves(tree.root(index + 1), tree.root(size)))
                            .isTrue();
                });
    }
}
