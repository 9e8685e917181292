package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A special inspection (专项督导) opened by a body that supervises.
///
/// @param serial counts from 1 within region and year
/// @param scope what is looked at, in words
/// @param parties ids of the parties inspected
/// @param commitments ids of the commitments looked at; empty when none is named
/// @param rule id of the rule set that gives the term
/// @param rectifyWithin workdays to put right what was found
public record Inspection(
        UUID id,
        String region,
        int year,
        int serial,
        String title,
        String scope,
        List<String> parties,
        List<String> commitments,
        String rule,
        int rectifyWithin,
        String body,
        LocalDate on,
        Instant at,
        @Nullable Closure closed) {
    public Inspection {
        parties = List.copyOf(parties);
        commitments = List.copyOf(commitments);
    }

    /// The end of an inspection, with its conclusion.
    public record Closure(String text, String body, LocalDate on, Instant at) {}

    public String number() {
        return "〔%d〕%d号".formatted(year, serial);
    }

    public boolean isOpen() {
        return closed == null;
    }

    /// A finding with what happened to it and how it stands.
    public record Found(Finding finding, FindingCourse course) {}

    /// An inspection with the findings that the body that asks may see.
    public record File(Inspection inspection, List<Found> findings) {
        public File {
            findings = List.copyOf(findings);
        }

        public boolean isSettled() {
            return findings.stream().allMatch(f -> f.course().isSettled());
        }

        public long overdue() {
            return findings.stream().filter(f -> f.course().isOverdue()).count();
        }
    }
}
