package org.tongquan.ledger.drafting;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Adoption;
import org.tongquan.compact.Article;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Source;
import org.tongquan.compact.Text;

/// Builds the next version of a compact: the one in force, and the accepted rows of a draft as
/// articles of one more document. Pure.
final class VersionBuilder {
    private static final String ALL = "all";

    private final Compact before;
    private final Draft draft;
    private final Map<String, DraftRow> rows = new LinkedHashMap<>();

    VersionBuilder(Compact before, Draft draft) {
        this.before = before;
        this.draft = draft;
    }

    /// @param version label of the new version
    /// @param validFrom first day in force
    Compact build(String version, LocalDate validFrom) {
        var source = source();
        return before.with(
                head(version, validFrom, source.id()),
                append(before.sources(), List.of(source)),
                append(before.articles(), articles(source.id())));
    }

    /// The rows by the ids of the clauses that were made of them; empty before [#build].
    Map<String, DraftRow> rows() {
        return rows;
    }

    private Compact.Head head(String version, LocalDate validFrom, String source) {
        var head = before.compact();
        boolean issued = draft.head().issued() != null && !draft.head().issuer().isEmpty();
        return new Compact.Head(
                head.id(),
                head.kind(),
                head.name(),
                version,
                validFrom,
                null,
                issued ? Adoption.ISSUED : Adoption.RESOLVED,
                head.languages(),
                head.uses(),
                head.within(),
                head.publicProgress(),
                new Basis(source, null, null, true),
                head.note(),
                head.verified());
    }

    private Source source() {
        var head = draft.head();
        return new Source(
                freeId("doc-", before.sources().stream().map(Source::id).toList()),
                head.title().isEmpty() ? draft.fileName() : head.title(),
                emptyToNull(head.number()),
                emptyToNull(head.issuer()),
                head.issued(),
                Source.Form.OFFICIAL,
                null,
                null,
                true);
    }

    /// One article for each place in the document that holds an accepted row, in its order.
    private List<Article> articles(String source) {
        var byPlace = new LinkedHashMap<RowFields.ArticleRef, List<DraftRow>>();
        draft.rows().stream()
                .filter(r -> r.state() == DraftRow.State.ACCEPTED)
                .forEach(
                        r ->
                                byPlace.computeIfAbsent(
                                                r.fields().article(), a -> new ArrayList<>())
                                        .add(r));
        var known = before.articles().stream().map(Article::id).collect(Collectors.toList());
        var articles = new ArrayList<Article>();
        for (var place : byPlace.entrySet()) {
            var id = freeId("d", known);
            known.add(id);
            var at = place.getKey();
            articles.add(
                    new Article(
                            id,
                            source,
                            chapter(at),
                            emptyToNull(at.number()),
                            at.title().isEmpty() ? draft.fileName() : at.title(),
                            clauses(id, place.getValue()),
                            null,
                            true));
        }
        return articles;
    }

    private static Article.@Nullable Chapter chapter(RowFields.ArticleRef at) {
        return at.chapterTitle().isEmpty()
                ? null
                : new Article.Chapter(emptyToNull(at.chapterNumber()), at.chapterTitle());
    }

    private List<Clause> clauses(String article, List<DraftRow> accepted) {
        var clauses = new ArrayList<Clause>();
        for (int i = 0; i < accepted.size(); i++) {
            var id = "%s-%02d".formatted(article, i + 1);
            clauses.add(clause(id, accepted.get(i).fields()));
            rows.put(id, accepted.get(i));
        }
        return clauses;
    }

    private Clause clause(String id, RowFields fields) {
        return new Clause(
                id,
                new Text(fields.text(), null),
                Clause.Kind.valueOf(fields.kind().toUpperCase(Locale.ROOT)),
                fields.parties().isEmpty() ? List.of(ALL) : fields.parties(),
                List.of(),
                fields.otherPlaces(),
                known(fields.lead()),
                known(fields.cooperating()),
                List.of(),
                fields.start(),
                fields.deadline(),
                fields.cycle() == null ? null : Period.parse(fields.cycle()),
                fields.indicators().stream().map(VersionBuilder::indicator).toList(),
                List.of(),
                fields.category(),
                null,
                unknownUnits(fields),
                true);
    }

    private static Clause.Indicator indicator(RowFields.Target target) {
        var operator = Clause.Operator.EQUAL;
        for (var one : Clause.Operator.values()) {
            if (one.label().equals(target.operator())) {
                operator = one;
            }
        }
        return new Clause.Indicator(
                target.name(), operator, target.value(), emptyToNull(target.unit()), null);
    }

    private static List<String> known(List<RowFields.UnitRef> units) {
        return units.stream()
                .filter(RowFields.UnitRef::known)
                .map(RowFields.UnitRef::id)
                .distinct()
                .toList();
    }

    /// Units that nobody declared stay as the document writes them.
    private static @Nullable String unknownUnits(RowFields fields) {
        var unknown = new ArrayList<String>();
        fields.lead().stream().filter(u -> !u.known()).forEach(u -> unknown.add(u.text()));
        fields.cooperating().stream().filter(u -> !u.known()).forEach(u -> unknown.add(u.text()));
        return unknown.isEmpty() ? null : "文件所列单位：" + String.join("、", unknown);
    }

    private static <T> List<T> append(List<T> first, List<T> more) {
        var all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    /// The first of `prefix1`, `prefix2`, ... that nobody bears.
    private static String freeId(String prefix, List<String> taken) {
        int n = taken.size() + 1;
        while (taken.contains(prefix + n)) {
            n++;
        }
        return prefix + n;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
