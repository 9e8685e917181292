package org.tongquan.ledger.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of a template. Never changed.
///
/// @param version 0 for the one that the program ships
/// @param takenFrom the version that was taken back into use with this one
/// @param body who saved it; empty for the shipped one
public record Template(
        String region,
        TemplateKind kind,
        int version,
        String text,
        @Nullable Integer takenFrom,
        String body,
        @Nullable Instant at) {
    public Wording wording() {
        return Wording.of(kind, text);
    }
}
