package org.tongquan.ledger.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as it was when commitments were adopted from it. Never changed.
///
/// @param id that of the draft it was reviewed as
/// @param version label of the version its commitments came with
/// @param text the document as read; sentences point into it
/// @param body who adopted it
/// @param sentences in the order of the text
public record ReadDocument(
        UUID id,
        String region,
        String version,
        String fileName,
        String title,
        String number,
        String issuer,
        @Nullable LocalDate issued,
        String text,
        String body,
        Instant at,
        List<Sentence> sentences) {
    public ReadDocument {
        sentences = List.copyOf(sentences);
    }

    /// Where a commitment stands in the text.
    ///
    /// @param start first UTF-16 unit of its sentence
    /// @param end unit behind the last one
    public record Sentence(String commitment, int start, int end) {}

    /// What a person calls it.
    public String name() {
        return title.isEmpty() ? fileName : title;
    }
}
