package org.tongquan.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Article;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.Source;
import org.tongquan.compact.form.FormWriter;
import org.tongquan.ledger.standing.Milestone;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Standing;

/// A commitment as one or several versions of the compact state it.
///
/// @param validFrom first day on which it read so
/// @param validTo first day on which it no longer did, if any
/// @param version label of the first version that stated it so
/// @param ordinal place in the compact, from 0
/// @param parties ids of the bound parties
/// @param parent the commitment that a task serves; null for a commitment itself
/// @param weight share of a task in its commitment
/// @param lead units that the text names as lead
/// @param cooperating units that the text names as cooperating
/// @param clause the whole clause in canonical form; empty for a task
public record Commitment(
        String region,
        String id,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String version,
        int ordinal,
        String articleId,
        String articleNumber,
        String articleTitle,
        String chapterNumber,
        String chapterTitle,
        String source,
        String textZh,
        String textEn,
        String kind,
        String category,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        List<String> parties,
        boolean isPublic,
        @Nullable String parent,
        int weight,
        List<Milestone> milestones,
        List<String> lead,
        List<String> cooperating,
        String clause) {
    /// The kind of a row that a plan brought.
    public static final String TASK = "plan-item";

    /// Places in the order of the lists that one commitment takes: itself and its tasks.
    static final int PLACES = Task.MOST_UNDER_ONE + 1;

    public Commitment {
        parties = List.copyOf(parties);
        milestones = List.copyOf(milestones);
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
    }

    /// Every commitment of a version, in its order.
    ///
    /// @param from first day on which the version is in force
    static List<Commitment> all(Resolved version, LocalDate from) {
        var all = new ArrayList<Commitment>();
        for (var bound : version.clauses()) {
            all.add(of(version, bound, all.size() * PLACES, from));
        }
        return all;
    }

    private static Commitment of(
            Resolved version, Resolved.Bound bound, int ordinal, LocalDate from) {
        var head = version.compact().compact();
        var clause = bound.clause();
        var article = bound.article();
        var chapter = article.chapter();
        return new Commitment(
                head.id(),
                clause.id(),
                from,
                null,
                head.version(),
                ordinal,
                article.id(),
                orEmpty(article.number()),
                article.title(),
                chapter == null ? "" : orEmpty(chapter.number()),
                chapter == null ? article.title() : chapter.title(),
                article.source(),
                clause.text().zh(),
                orEmpty(clause.text().en()),
                clause.kind().name().toLowerCase(Locale.ROOT),
                clause.category(),
                clause.start() == null ? start(version, article) : clause.start(),
                clause.deadline(),
                clause.cycle() == null ? null : clause.cycle().toString(),
                bound.parties(),
                head.publicProgress(),
                null,
                1,
                List.of(),
                clause.lead(),
                clause.cooperating(),
                new String(FormWriter.canonical(clause), StandardCharsets.UTF_8));
    }

    /// A duty without a first day of its own begins when its document was issued, or with the
    /// version.
    private static LocalDate start(Resolved version, Article article) {
        return version.sources().stream()
                .filter(s -> s.id().equals(article.source()))
                .map(Source::issued)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(version.compact().compact().validFrom());
    }

    /// Whether another version states the same.
    boolean readsAs(Commitment other) {
        return clause.equals(other.clause)
                && parties.equals(other.parties)
                && ordinal == other.ordinal
                && isPublic == other.isPublic;
    }

    /// @param day first day on which it no longer reads so
    Commitment until(LocalDate day) {
        return new Commitment(
                region,
                id,
                validFrom,
                day,
                version,
                ordinal,
                articleId,
                articleNumber,
                articleTitle,
                chapterNumber,
                chapterTitle,
                source,
                textZh,
                textEn,
                kind,
                category,
                start,
                deadline,
                cycle,
                parties,
                isPublic,
                parent,
                weight,
                milestones,
                lead,
                cooperating,
                clause);
    }

    /// A task as a row of the lists.
    ///
    /// @param of the commitment it serves, if it serves one that is known
    /// @param ordinal place in the order of the lists
    static Commitment of(Task task, @Nullable Commitment of, int ordinal, boolean isPublic) {
        return new Commitment(
                task.region(),
                task.id(),
                task.validFrom(),
                task.validTo(),
                task.version(),
                ordinal,
                of == null ? task.version() : of.articleId,
                of == null ? "" : of.articleNumber,
                of == null ? task.version() : of.articleTitle,
                of == null ? "" : of.chapterNumber,
                of == null ? task.version() : of.chapterTitle,
                of == null ? task.version() : of.source,
                task.textZh(),
                task.textEn(),
                TASK,
                task.category(),
                task.start(),
                task.deadline(),
                null,
                task.parties(),
                isPublic,
                of == null ? null : of.id,
                task.weight(),
                task.milestones(),
                task.lead(),
                task.cooperating(),
                "");
    }

    /// Its columns as JSON has them.
    Map<String, Object> row() {
        var row = new HashMap<String, Object>();
        row.put("region", region);
        row.put("id", id);
        row.put("valid_from", validFrom.toString());
        row.put("valid_to", Objects.toString(validTo, null));
        row.put("version", version);
        row.put("ordinal", ordinal);
        row.put("article_id", articleId);
        row.put("article_number", articleNumber);
        row.put("article_title", articleTitle);
        row.put("chapter_number", chapterNumber);
        row.put("chapter_title", chapterTitle);
        row.put("source", source);
        row.put("text_zh", textZh);
        row.put("text_en", textEn);
        row.put("kind", kind);
        row.put("category", category);
        row.put("start_on", start.toString());
        row.put("deadline", Objects.toString(deadline, null));
        row.put("cycle", cycle);
        row.put("parties", parties);
        row.put("public", isPublic);
        row.put("parent", parent);
        row.put("weight", weight);
        row.put("milestone_due", Milestones.due(milestones));
        row.put("milestone_percent", Milestones.percent(milestones));
        row.put("milestone_text", Milestones.text(milestones));
        row.put("lead", lead);
        row.put("cooperating", cooperating);
        row.put("clause", clause);
        return row;
    }

    /// The columns of what one party owes of it, as JSON has them.
    Map<String, Object> row(String party, Standing standing, LocalDate day, boolean forAll) {
        var row = row();
        row.put("commitment", id);
        row.put("party", party);
        row.put("public", forAll);
        row.put("light", standing.light().word());
        row.put("was_late", standing.wasLate());
        row.put("percent", standing.percent());
        row.put("reason", standing.reason().word());
        row.put("reason_values", standing.values());
        row.put("rule", standing.rule());
        row.put("due", Objects.toString(standing.due(), null));
        row.put("judged", day.toString());
        return row;
    }

    /// What its light follows from.
    Owed owed() {
        return new Owed(
                id,
                parent,
                weight,
                start,
                deadline,
                cycle == null ? null : Period.parse(cycle),
                milestones,
                parties);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    boolean isTask() {
        return kind.equals(TASK);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
