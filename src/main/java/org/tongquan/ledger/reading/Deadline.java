package org.tongquan.ledger.reading;

import java.util.Locale;

/// A time a commitment names.
///
/// @param text verbatim
/// @param value ISO date (last day for by and in, first day for from) or ISO 8601 period
/// @param start place in the original text
public record Deadline(String text, Type type, String value, int start, int end, String rule) {
    /// Kinds of time as the conventions name them.
    public enum Type {
        BY,
        IN,
        FROM,
        DURATION,
        RECURRING;

        /// As written in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
