package org.tongquan.ledger.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one proposed commitment, as read or as a person corrected them.
///
/// @param text the commitment in the words it will have in the compact
/// @param kind `task`, `goal`, `mechanism` or `provision`
/// @param parties ids of the bound members; empty means all
/// @param lead units in the lead
/// @param leadExplicit whether the document says who leads
/// @param cycle ISO 8601 period of a recurring duty
/// @param article the article it stands in
public record RowFields(
        String text,
        String kind,
        List<String> parties,
        List<String> otherPlaces,
        List<UnitRef> lead,
        boolean leadExplicit,
        List<UnitRef> cooperating,
        @Nullable LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        List<Target> indicators,
        String category,
        ArticleRef article) {
    /// Longer texts are refused.
    public static final int MOST_TEXT = 1_000;

    public RowFields {
        parties = List.copyOf(parties);
        otherPlaces = List.copyOf(otherPlaces);
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
        indicators = List.copyOf(indicators);
    }

    /// A unit as the document writes it, and the unit of the compact it stands for.
    ///
    /// @param id `<holder>/<unit>`, empty when the compact knows no such unit
    public record UnitRef(String text, String id) {
        public boolean known() {
            return !id.isEmpty();
        }
    }

    /// A number that is a target or a limit.
    public record Target(String name, String operator, BigDecimal value, String unit) {}

    /// Where in the document a row stands.
    public record ArticleRef(
            String chapterNumber, String chapterTitle, String number, String title) {
        public static final ArticleRef NONE = new ArticleRef("", "", "", "");
    }

    RowFields withText(String other) {
        return new RowFields(
                other,
                kind,
                parties,
                otherPlaces,
                lead,
                leadExplicit,
                cooperating,
                start,
                deadline,
                cycle,
                indicators,
                category,
                article);
    }
}
