package org.tongquan.ledger.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One sentence that lays down what is to be done, with all that was read from it.
///
/// @param id stable within the document: path of the article and ordinal
/// @param article path of the heading it stands under, empty before the first
/// @param start first UTF-16 unit in the original text
/// @param action the sentence, verbatim
/// @param cities short names of the member cities concerned
/// @param deadline latest by/in date, or null
/// @param rules which rule gave which field
/// @param confidence 0 to 1, the lowest of its fields
public record Commitment(
        String id,
        String article,
        int start,
        int end,
        String action,
        Kind kind,
        List<Found<String>> cities,
        boolean allMembers,
        List<Found<String>> otherPlaces,
        List<Found<String>> leadUnits,
        boolean leadExplicit,
        List<Found<String>> coopUnits,
        LeadSource leadSource,
        @Nullable String deadline,
        List<Deadline> deadlines,
        List<Indicator> indicators,
        List<Indicator.Relative> relativeTargets,
        String category,
        Map<String, String> rules,
        double confidence) {

    public Commitment {
        cities = List.copyOf(cities);
        otherPlaces = List.copyOf(otherPlaces);
        leadUnits = List.copyOf(leadUnits);
        coopUnits = List.copyOf(coopUnits);
        deadlines = List.copyOf(deadlines);
        indicators = List.copyOf(indicators);
        relativeTargets = List.copyOf(relativeTargets);
    }

    /// What sort of sentence it is; advice for the person who reviews.
    public enum Kind {
        TASK,
        GOAL,
        MECHANISM,
        PROVISION;

        /// As written in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where the units come from.
    public enum LeadSource {
        BRACKET,
        INHERITED,
        SENTENCE,
        NONE;

        /// As written in JSON.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
