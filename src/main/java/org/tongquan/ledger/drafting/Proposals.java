package org.tongquan.ledger.drafting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.Commitment;
import org.tongquan.ledger.reading.Deadline;
import org.tongquan.ledger.reading.Found;
import org.tongquan.ledger.reading.PolicyReader;
import org.tongquan.ledger.reading.Read;
import org.tongquan.ledger.reading.Reading;
import org.tongquan.ledger.reading.SourceText;

/// Turns what the reader found into rows that a person reviews.
@Component
class Proposals {
    private static final String OTHER = "organisation";

    private final Compacts compacts;
    private final Ids ids;
    private final Clock clock;

    Proposals(Compacts compacts, Ids ids, Clock clock) {
        this.compacts = compacts;
        this.ids = ids;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Proposed(Draft draft) implements Outcome {}

    record Unreadable(List<Problem> problems) implements Outcome {}

    Outcome propose(String region, String fileName, byte[] source, Instant at) {
        var today = LocalDate.ofInstant(at, Ledger.ZONE);
        var compact = compacts.inForce(region, today);
        if (compact.isEmpty()) {
            return new Unreadable(
                    List.of(
                            new Problem(
                                    fileName,
                                    0,
                                    "no compact of " + region + " is in force",
                                    "adopt one first")));
        }
        var dictionaries = Dictionaries.of(compact.get(), today);
        return switch (SourceText.of(fileName, source)) {
            case Reading.Refused refused -> new Unreadable(refused.problems());
            case SourceText text ->
                    switch (PolicyReader.read(text, dictionaries.lexicon())) {
                        case Reading.Refused refused -> new Unreadable(refused.problems());
                        case Read read ->
                                new Proposed(draft(region, fileName, text, read, dictionaries, at));
                    };
        };
    }

    List<RowFields.UnitRef> units(String region, List<String> names, List<String> parties) {
        var today = LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
        var dictionaries = Dictionaries.of(compacts.inForce(region, today).orElseThrow(), today);
        return names.stream().flatMap(n -> unit(n, parties, dictionaries)).distinct().toList();
    }

    /// The unit that a name stands for, or those of every bound party, or the bare name.
    private static Stream<RowFields.UnitRef> unit(
            String name, List<String> parties, Dictionaries dictionaries) {
        var one = dictionaries.unit(name, parties);
        if (one.isPresent()) {
            return Stream.of(new RowFields.UnitRef(name, one.get().id()));
        }
        var each = dictionaries.unitsOfEach(name, parties);
        return each.isEmpty()
                ? Stream.of(new RowFields.UnitRef(name, ""))
                : each.stream().map(u -> new RowFields.UnitRef(u.name(), u.id()));
    }

    /// A row for a sentence that the reader had passed over.
    DraftRow plain(Draft draft, UUID id, int start, int end) {
        var article = RowFields.ArticleRef.NONE;
        for (var row : draft.rows()) {
            if (row.start() < start) {
                article = row.fields().article();
            }
        }
        return new DraftRow(
                id,
                start,
                end,
                DraftRow.State.PROPOSED,
                0,
                true,
                new RowFields(
                        draft.text().substring(start, end).strip(),
                        "task",
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        OTHER,
                        article));
    }

    private Draft draft(
            String region,
            String fileName,
            SourceText text,
            Read read,
            Dictionaries dictionaries,
            Instant at) {
        var articles = new HashMap<String, Article>();
        read.articles().forEach(a -> articles.put(a.path(), a));
        var rows = new ArrayList<DraftRow>();
        for (var commitment : read.commitments()) {
            rows.add(
                    new DraftRow(
                            ids.next(),
                            commitment.start(),
                            commitment.end(),
                            DraftRow.State.PROPOSED,
                            commitment.confidence(),
                            false,
                            fields(commitment, articles, dictionaries)));
        }
        var head = read.document();
        return new Draft(
                ids.next(),
                region,
                fileName,
                text.text(),
                new Draft.Head(head.title(), head.number(), head.issuer(), head.issued()),
                new Draft.Outline(
                        read.articles().stream()
                                .map(
                                        a ->
                                                new Draft.Heading(
                                                        a.level().word(),
                                                        a.number(),
                                                        a.title(),
                                                        a.start(),
                                                        a.titleEnd()))
                                .toList(),
                        read.skipped().stream()
                                .map(s -> new Draft.Skipped(s.start(), s.end(), s.rule()))
                                .toList(),
                        read.problems()),
                Draft.State.OPEN,
                null,
                at,
                at,
                rows);
    }

    private static RowFields fields(
            Commitment commitment, Map<String, Article> articles, Dictionaries dictionaries) {
        var parties = bound(commitment, dictionaries);
        return new RowFields(
                commitment.action().strip(),
                commitment.kind().word(),
                parties,
                commitment.otherPlaces().stream().map(Found::value).toList(),
                units(commitment.leadUnits(), parties, dictionaries),
                commitment.leadExplicit(),
                units(commitment.coopUnits(), parties, dictionaries),
                first(commitment, Deadline.Type.FROM),
                commitment.deadline() == null ? null : LocalDate.parse(commitment.deadline()),
                cycle(commitment),
                commitment.indicators().stream()
                        .map(i -> new RowFields.Target(i.name(), i.operator(), i.value(), i.unit()))
                        .toList(),
                commitment.category().isEmpty() ? OTHER : commitment.category(),
                article(commitment.article(), articles));
    }

    /// The members that the sentence names; where it names none, the one that acts in it, carried
    /// over from the sentence before. Empty means all.
    private static List<String> bound(Commitment commitment, Dictionaries dictionaries) {
        if (commitment.allMembers()) {
            return List.of();
        }
        var named =
                commitment.cities().stream().flatMap(c -> dictionaries.party(c.value()).stream());
        var acting =
                commitment.leadUnits().stream()
                        .flatMap(u -> dictionaries.acting(u.value()).stream());
        return (commitment.cities().isEmpty() ? acting : named).distinct().toList();
    }

    private static List<RowFields.UnitRef> units(
            List<Found<String>> found, List<String> parties, Dictionaries dictionaries) {
        return found.stream()
                .flatMap(u -> unit(u.value(), parties, dictionaries))
                .distinct()
                .toList();
    }

    private static @Nullable LocalDate first(Commitment commitment, Deadline.Type type) {
        return commitment.deadlines().stream()
                .filter(d -> d.type() == type)
                .map(d -> LocalDate.parse(d.value()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String cycle(Commitment commitment) {
        return commitment.deadlines().stream()
                .filter(d -> d.type() == Deadline.Type.RECURRING)
                .map(Deadline::value)
                .findFirst()
                .orElse(null);
    }

    /// The chapter and the article (or the section of a press text) a path leads to.
    private static RowFields.ArticleRef article(String path, Map<String, Article> articles) {
        var chapter =
                articles.get(path.contains("/") ? path.substring(0, path.indexOf('/')) : path);
        var rest = path;
        var article = articles.get(rest);
        while (article != null && article.level() == Article.Level.MEASURE && rest.contains("/")) {
            rest = rest.substring(0, rest.lastIndexOf('/'));
            article = articles.get(rest);
        }
        if (chapter == null && article == null) {
            return RowFields.ArticleRef.NONE;
        }
        var top = chapter == null ? article : chapter;
        var low = article == null ? chapter : article;
        return new RowFields.ArticleRef(
                java.util.Objects.requireNonNull(top).number(),
                top.title(),
                java.util.Objects.requireNonNull(low).number(),
                low.title());
    }
}
