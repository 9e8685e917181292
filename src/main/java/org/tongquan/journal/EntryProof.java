package org.tongquan.journal;

/// Everything a third party needs, besides the log's public key, to see for itself that an entry
/// was recorded.
///
/// @param entry what was recorded, opened
/// @param inclusion where it stands in the tree
/// @param checkpoint the signed word of the log on that tree
public record EntryProof(Entry entry, InclusionProof inclusion, SignedNote checkpoint) {
    /// Whether the proof holds under this key.
    public boolean holds(NoteKey key) {
        var signed = Checkpoint.parse(checkpoint.text());
        return checkpoint.isSignedBy(key)
                && signed.isPresent()
                && signed.get().size() == inclusion.size()
                && inclusion.proves(entry.leafHash(), signed.get().root());
    }

    /// One line of JSON, which `journal verify` reads.
    public String toJson() {
        return new LogLine.Proof(this).write();
    }
}
