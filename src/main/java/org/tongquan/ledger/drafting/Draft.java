package org.tongquan.ledger.drafting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Problem;

/// A document on its way to becoming commitments.
///
/// @param text the document as read; spans of rows point into it
/// @param rows in the order of the text
public record Draft(
        UUID id,
        String region,
        String fileName,
        String text,
        Head head,
        Outline outline,
        State state,
        @Nullable String version,
        Instant createdAt,
        Instant changedAt,
        List<DraftRow> rows) {
    /// Below this confidence a person should look at a row on its own.
    public static final double SURE = 0.8;

    public Draft {
        rows = List.copyOf(rows);
    }

    /// What the document says of itself; empty where it does not.
    public record Head(String title, String number, String issuer, @Nullable LocalDate issued) {}

    /// What was read beside commitments: headings, sentences passed over, problems.
    public record Outline(List<Heading> headings, List<Skipped> skipped, List<Problem> problems) {}

    public record Heading(String level, String number, String title, int start, int end) {}

    /// A sentence that is no commitment, and the rule that says so.
    public record Skipped(int start, int end, String rule) {}

    public enum State {
        OPEN,
        ADOPTED,
        DROPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public long count(DraftRow.State asked) {
        return rows.stream().filter(r -> r.state() == asked).count();
    }
}
