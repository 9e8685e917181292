package org.tongquan.settlement.posting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Digest;

/// What a posting says of itself beside its legs; both sides read it.
///
/// @param purpose code of what it is for, lower case with hyphens: `transit-share`
/// @param eventAt when the matter itself happened, to the microsecond
/// @param basis why; empty for a posting that no clause computed
public record Note(String purpose, Instant eventAt, @Nullable Basis basis) {
    public Note {
        eventAt = eventAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Note(String purpose, Instant eventAt) {
        this(purpose, eventAt, null);
    }

    /// Which clause computed a posting from what. The inputs are named by their digest: whoever
    /// keeps them finds them by it, and a proof of the posting covers them.
    ///
    /// @param accord id of the clause in its compact
    /// @param version label of the compact's version it was read in
    /// @param inputs SHA-256 of the inputs as they are stored
    public record Basis(String accord, String version, Digest inputs) {}
}
