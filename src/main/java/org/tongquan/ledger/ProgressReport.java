package org.tongquan.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Actor;

/// What a unit reported on one obligation. Never changed once filed.
///
/// @param on the day it reports on
/// @param at when it was filed
/// @param percent share done, 0 to 100
/// @param returned why the office returned it, if it did
/// @param simulated made up for a demonstration
public record ProgressReport(
        UUID id,
        String region,
        String commitment,
        String party,
        String body,
        LocalDate on,
        Instant at,
        int percent,
        String text,
        boolean simulated,
        @Nullable String returned,
        List<Evidence> evidence) {
    /// Longer texts are refused.
    public static final int MOST_TEXT = 4_000;

    public ProgressReport {
        evidence = List.copyOf(evidence);
    }

    /// Hears of a report in the transaction in which it is filed.
    public interface Follower {
        /// @param card the commitment with its units; without obligations and reports
        void filed(Actor actor, Card card, ProgressReport report);
    }

    /// A file that proves progress, without its content.
    ///
    /// @param size in bytes
    /// @param sha256 lower-case hexadecimal
    public record Evidence(UUID id, String name, String mediaType, int size, String sha256) {}

    /// A file as it is handed in.
    public record Attachment(String name, String mediaType, byte[] content) {
        /// 20 MB each.
        public static final int MOST_BYTES = 20 * 1024 * 1024;

        /// At most so many per report.
        public static final int MOST = 10;
    }
}
