package org.tongquan.ledger.template;

import java.util.Locale;

/// What is wrong with a template, and where.
///
/// @param line as an editor counts; 0 for the whole text
/// @param value what stands there, or what is missing; may be empty
/// @param nearest the placeholder that was probably meant; empty when none is near
public record TemplateFault(int line, What what, String value, String nearest) {
    TemplateFault(int line, What what, String value) {
        this(line, what, value, "");
    }

    /// Each has a sentence in `messages/template.properties` (`template.fault.<word>`).
    public enum What {
        /// Nothing but comments.
        EMPTY,
        /// Longer than [Wording#MOST_TEXT].
        TOO_LONG,
        /// A placeholder that documents of this kind do not have.
        UNKNOWN_WORD,
        /// A table, figure or list that documents of this kind do not have.
        UNKNOWN_INSERT,
        /// `{{` without `}}`, or the other way round.
        OPEN_WORD,
        /// `[[` without `]]`, or with other text on the line.
        NOT_ALONE,
        /// The title stands twice, or not in front of the text.
        TITLE,
        /// What a document of this kind cannot do without.
        MISSING;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
