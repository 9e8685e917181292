package org.tongquan.settlement;

import java.util.List;
import java.util.Optional;
import org.tongquan.journal.EntryProof;
import org.tongquan.journal.InclusionProof;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Head;
import org.tongquan.settlement.posting.PostedLeg;

/// Everything needed to see, without the database, that a posting is in the batch with this root,
/// and that the root was recorded in the journal. The legs of the other side are hashes that tell
/// nothing.
///
/// @param salt of the head
/// @param inclusion where the posting stands in its batch
/// @param root of the batch
/// @param entry the journal's proof of the root; empty until a signed checkpoint covers it
public record PostingProof(
        Head head,
        byte[] salt,
        List<Part> legs,
        InclusionProof inclusion,
        Digest root,
        Optional<EntryProof> entry) {

    /// One leg, in the order of the posting.
    public sealed interface Part {
        record Open(PostedLeg leg, byte[] salt) implements Part {}

        record Closed(Digest hash) implements Part {}
    }

    /// Whether the posting, as it is shown here, is in the batch with this root.
    public boolean holds(Digest expected) {
        if (!root.equals(expected)) {
            return false;
        }
        var hashes =
                legs.stream()
                        .map(
                                part ->
                                        switch (part) {
                                            case Part.Open(var leg, var own) ->
                                                    Encoding.leg(head.id(), leg, own);
                                            case Part.Closed(var hash) -> hash;
                                        })
                        .toList();
        var leaf = Encoding.leaf(Encoding.head(head, salt), hashes);
        return inclusion.index() == head.id().place() && inclusion.proves(leaf, root);
    }

    /// Whether the journal's proof is one of this root.
    public boolean isRecorded() {
        return entry.map(e -> e.entry().isOf(root.bytes())).orElse(false);
    }
}
