package org.tongquan.ledger.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An evaluation of a span, without its scores.
///
/// @param known what came to be known later is not in it
/// @param rule id of the rule set
/// @param run number of the newest run: 0 until an objection was upheld
/// @param objectUntil last day to object, once published
public record Evaluation(
        UUID id,
        String region,
        Span span,
        Instant known,
        String rule,
        boolean simulated,
        String body,
        Instant at,
        State state,
        int run,
        @Nullable LocalDate objectUntil) {
    /// How far it has come.
    public enum State {
        /// Seen by those who draw up alone.
        DRAFT,
        /// Seen by all bodies of the region; open to objections.
        PUBLISHED,
        FINAL,
        /// Void; another may take its place.
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
