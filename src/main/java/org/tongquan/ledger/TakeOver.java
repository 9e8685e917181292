package org.tongquan.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Article;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.VersionAdopted;
import org.tongquan.compact.form.FormWriter;
import org.tongquan.kernel.Ids;

/// Takes the commitments of an adopted version into the ledger. What reads the same goes on; what
/// changed begins a new row from the day the version is in force; what is gone ends on that day.
@Component
class TakeOver {
    private static final Standing NOTHING_YET =
            new Standing(Light.NONE, false, 0, Standing.Reason.SILENT, List.of(), "", null);

    private final Compacts compacts;
    private final Commitments commitments;
    private final Obligations obligations;
    private final Assignments assignments;
    private final Judging judging;
    private final Ids ids;
    private final java.time.Clock clock;

    TakeOver(
            Compacts compacts,
            Commitments commitments,
            Obligations obligations,
            Assignments assignments,
            Judging judging,
            Ids ids,
            java.time.Clock clock) {
        this.compacts = compacts;
        this.commitments = commitments;
        this.obligations = obligations;
        this.assignments = assignments;
        this.judging = judging;
        this.ids = ids;
        this.clock = clock;
    }

    /// Runs inside the adopting transaction: a version is never adopted without its ledger.
    @EventListener
    void on(VersionAdopted adopted) {
        compacts.find(adopted.region(), adopted.version())
                .filter(v -> v.compact().compact().kind() != Compact.Kind.BASE)
                .ifPresent(this::takeOver);
    }

    /// @return how many commitments the version holds
    int takeOver(Resolved version) {
        var head = version.compact().compact();
        var region = head.id();
        var from = head.validFrom();
        var open = new HashMap<String, Commitment>();
        commitments.open(region).forEach(c -> open.put(c.id(), c));
        int ordinal = 0;
        for (var bound : version.clauses()) {
            var now = commitment(version, bound, ordinal++);
            var before = open.remove(now.id());
            if (before == null || !sameText(before, now)) {
                begin(now, before, from);
            }
            putObligations(now, bound.clause());
        }
        for (var gone : open.values()) {
            commitments.close(region, gone.id(), from);
            obligations.keepOnly(region, gone.id(), List.of());
        }
        judging.judgeRegion(region);
        return ordinal;
    }

    private void begin(Commitment now, @Nullable Commitment before, LocalDate from) {
        if (before != null) {
            commitments.close(now.region(), now.id(), from);
        }
        commitments.add(now);
    }

    private void putObligations(Commitment now, Clause clause) {
        obligations.keepOnly(now.region(), now.id(), now.parties());
        var known =
                assignments.of(now.region(), now.id()).stream()
                        .map(a -> a.party() + a.unit() + a.role())
                        .collect(java.util.stream.Collectors.toSet());
        for (var party : now.parties()) {
            obligations.put(
                    new Obligation(
                            now.region(),
                            now.id(),
                            party,
                            now.ordinal(),
                            now.articleId(),
                            now.chapterTitle(),
                            now.category(),
                            now.textZh(),
                            now.textEn(),
                            now.start(),
                            now.deadline(),
                            now.cycle(),
                            NOTHING_YET),
                    now.isPublic());
            assign(now, party, clause.lead(), Assignment.Role.LEAD, known);
            assign(now, party, clause.cooperating(), Assignment.Role.COOPERATING, known);
        }
    }

    private void assign(
            Commitment commitment,
            String party,
            List<String> units,
            Assignment.Role role,
            java.util.Set<String> known) {
        for (var unit : units) {
            if (known.contains(party + unit + role)) {
                continue;
            }
            assignments.add(
                    new Assignment(
                            ids.next(),
                            commitment.region(),
                            commitment.id(),
                            party,
                            unit,
                            role,
                            commitment.validFrom(),
                            null,
                            Assignment.BY_TEXT,
                            clock.instant()),
                    Judging.JOB.person());
        }
    }

    private static boolean sameText(Commitment before, Commitment now) {
        return before.clause().equals(now.clause())
                && before.parties().equals(now.parties())
                && before.ordinal() == now.ordinal()
                && before.isPublic() == now.isPublic();
    }

    private static Commitment commitment(Resolved version, Resolved.Bound bound, int ordinal) {
        var head = version.compact().compact();
        var clause = bound.clause();
        var article = bound.article();
        var chapter = article.chapter();
        return new Commitment(
                head.id(),
                clause.id(),
                head.validFrom(),
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
                clause.kind().name().toLowerCase(java.util.Locale.ROOT),
                clause.category(),
                clause.start() == null ? start(version, article) : clause.start(),
                clause.deadline(),
                clause.cycle() == null ? null : clause.cycle().toString(),
                bound.parties(),
                head.publicProgress(),
                new String(FormWriter.canonical(clause), StandardCharsets.UTF_8));
    }

    /// A duty without a first day of its own begins when its document was issued, or with the
    /// version.
    private static LocalDate start(Resolved version, Article article) {
        return version.sources().stream()
                .filter(s -> s.id().equals(article.source()))
                .map(s -> s.issued())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(version.compact().compact().validFrom());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
