package org.tongquan.ledger.reading;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Problem;

/// A document that was read.
///
/// @param skipped every stretch of text that is no commitment, with the rule that says why
public record Read(
        Head document,
        List<Article> articles,
        List<Commitment> commitments,
        List<Skipped> skipped,
        List<Problem> problems)
        implements Reading {
    public Read {
        articles = List.copyOf(articles);
        commitments = List.copyOf(commitments);
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
    }

    /// What the document says about itself; empty strings where it says nothing.
    public record Head(String title, String number, String issuer, @Nullable LocalDate issued) {}

    /// Text that is no commitment.
    public record Skipped(int start, int end, String rule) {}
}
