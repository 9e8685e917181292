package org.tongquan.ledger.reading;

import java.util.Locale;

/// A heading of the document.
///
/// @param number verbatim with its punctuation, empty for a section
/// @param start first UTF-16 unit of the number (of the headline for a section) in the original
/// @param end behind the last unit of the text that belongs to it, its children included
/// @param path numbers from the chapter down, for example `一/(一)`
/// @param titleEnd behind the title in the original
public record Article(
        Level level, String number, String title, int start, int end, String path, int titleEnd) {
    /// Depth as the conventions name it.
    public enum Level {
        CHAPTER,
        ARTICLE,
        MEASURE,
        SECTION;

        /// As written in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
