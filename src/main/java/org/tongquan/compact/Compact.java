package org.tongquan.compact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.CalendarYear;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.compact.conduct.MeetingRule;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.compact.conduct.SuggestionRule;
import org.tongquan.compact.form.Field;

/// One version of a compact as it was agreed: who, which bodies, which commitments, on what basis.
/// Sections stand in the order of their ids, whatever file an entry came from.
public record Compact(
        @Field("what this compact is; only in compact.yaml") Head compact,
        @Field(value = "documents it rests on, metadata only", sortedBy = "id")
                List<Source> sources,
        @Field(value = "cities, counties and partners outside", sortedBy = "id")
                List<Party> parties,
        @Field(value = "bodies that act", sortedBy = "id") List<Body> bodies,
        @Field(value = "what the text says about plans, reports and meetings", sortedBy = "id")
                List<Procedure> procedure,
        @Field(value = "kinds of departments; each party has its own", sortedBy = "id")
                List<Unit> units,
        @Field(value = "dated region codes (GB/T 2260)", sortedBy = "code") List<Region> regions,
        @Field(value = "holidays and make-up workdays, one entry per notice", sortedBy = "year")
                List<CalendarYear> calendar,
        @Field(value = "fields of policy that commitments belong to", sortedBy = "id")
                List<Category> categories,
        @Field(value = "articles with their commitments", sortedBy = "id") List<Article> articles,
        @Field(value = "rule sets for the lights", sortedBy = "id") List<LightRule> lights,
        @Field(value = "closed lists of words for the reader of documents", sortedBy = "id")
                List<Words> words,
        @Field(value = "rule sets for the yearly plan", sortedBy = "id") List<PlanRule> planning,
        @Field(value = "rule sets for chasing what is due", sortedBy = "id")
                List<ChaseRule> chasing,
        @Field(value = "rule sets for evaluations", sortedBy = "id") List<ScoreRule> scoring,
        @Field(value = "rule sets for suggestions of the public", sortedBy = "id")
                List<SuggestionRule> suggestions,
        @Field(value = "rule sets for meetings and major matters", sortedBy = "id")
                List<MeetingRule> meetings,
        @Field(value = "what is measured", sortedBy = "id") List<Measure> indicators,
        @Field(value = "chiefs of chains, bays and islands", sortedBy = "id") List<Chief> chiefs) {

    /// The head of a compact.
    public record Head(
            @Field("id, equal to the folder's name") String id,
            @Field("what sort of agreement it is") Kind kind,
            @Field("name in Chinese and English") Text name,
            @Field("label of this version, never used twice") String version,
            @Field("first day in force") LocalDate validFrom,
            @Field(value = "last day in force", notBefore = "valid-from")
                    @Nullable LocalDate validTo,
            @Field("how it came into being") Adoption adoption,
            @Field("languages its texts are written in") List<String> languages,
            @Field("base compacts whose sections are available here") List<String> uses,
            @Field("the region that a pair or a zone lies in") @Nullable String within,
            @Field("the public sees lights without sign-in") boolean publicProgress,
            @Field("what the adoption rests on; a resolution needs it") @Nullable Basis basis,
            @Field(Field.NOTE) @Nullable String note,
            @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {}

    /// What sort of agreement it is.
    public enum Kind {
        /// Dictionaries that others use; obliges nobody.
        BASE,
        REGION,
        /// Two parties.
        PAIR,
        ZONE
    }

    public String id() {
        return compact.id();
    }

    public String version() {
        return compact.version();
    }

    /// The same with another head, other sources and other articles.
    public Compact with(Head head, List<Source> nextSources, List<Article> nextArticles) {
        return new Compact(
                head,
                nextSources,
                parties,
                bodies,
                procedure,
                units,
                regions,
                calendar,
                categories,
                nextArticles,
                lights,
                words,
                planning,
                chasing,
                scoring,
                suggestions,
                meetings,
                indicators,
                chiefs);
    }

    /// Members valid on a date; partners outside are left out.
    public List<Party> members(LocalDate at) {
        return parties.stream()
                .filter(p -> p.role() == Party.Role.MEMBER && p.validOn(at))
                .toList();
    }

    public List<Clause> clauses() {
        return articles.stream().flatMap(a -> a.commitments().stream()).toList();
    }
}
