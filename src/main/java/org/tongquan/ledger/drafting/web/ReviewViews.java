package org.tongquan.ledger.drafting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Level;
import org.tongquan.compact.form.Nearest;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.drafting.Adopting;
import org.tongquan.ledger.drafting.Draft;
import org.tongquan.ledger.drafting.DraftRow;
import org.tongquan.ledger.drafting.RowFields;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes the view of a review.
@Component
class ReviewViews {
    private static final int WHOLE = 100;
    private static final int MOST_OFFERS = 6;
    private static final int SPLIT_PREVIEW = 12;

    /// Relations as people write them.
    private static final Map<String, String> SIGNS = Map.of(">=", "≥", "<=", "≤", "~", "≈");

    /// Confidences in per cent from which rows may be accepted in bulk.
    private static final List<Integer> BULK = List.of(95, 90, 85, 80, 70, 60);

    private final Names names;
    private final Adopting adopting;
    private final Messages messages;

    ReviewViews(Names names, Adopting adopting, Messages messages) {
        this.names = names;
        this.adopting = adopting;
        this.messages = messages;
    }

    ReviewView view(Draft draft, Language language, String error, List<Problem> problems) {
        var of = names.of(draft.region(), language);
        var title = draft.head().title().isEmpty() ? draft.fileName() : draft.head().title();
        return new ReviewView(
                draft.id().toString(),
                title,
                head(draft),
                draft.state() == Draft.State.OPEN,
                draft.version() == null ? "" : draft.version(),
                draft.region(),
                segments(draft),
                draft.rows().stream()
                        .sorted(
                                Comparator.comparing(
                                                (DraftRow r) ->
                                                        !(r.isException()
                                                                && r.state()
                                                                        == DraftRow.State.PROPOSED))
                                        .thenComparing(DraftRow::start))
                        .map(r -> row(draft, r, of, language))
                        .toList(),
                counts(draft),
                sure(draft, language),
                draft.outline().problems().stream().map(Problem::toString).toList(),
                of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList(),
                of.compact().categories().stream()
                        .map(c -> new Option(c.id(), of.category(c.id())))
                        .toList(),
                knownUnits(of),
                adopting.freeLabel(draft.region()),
                of.today().toString(),
                error,
                problems.stream().map(Problem::toString).toList(),
                List.of(
                        new Crumb("/drafts", messages.say(language, "ledger.menu.drafts")),
                        new Crumb("", title)));
    }

    private static String head(Draft draft) {
        var head = draft.head();
        var issued = head.issued() == null ? "" : head.issued().toString();
        return String.join(" ", head.number(), head.issuer(), issued).strip();
    }

    ReviewView.Row row(Draft draft, DraftRow row, Language language) {
        return row(draft, row, names.of(draft.region(), language), language);
    }

    private ReviewView.Row row(Draft draft, DraftRow row, Names.Of of, Language language) {
        var f = row.fields();
        return new ReviewView.Row(
                row.id().toString(),
                draft.id().toString(),
                row.mark(),
                row.state().word(),
                row.isException(),
                draft.state() == Draft.State.OPEN,
                (int) Math.round(row.confidence() * WHOLE),
                (f.article().number() + f.article().title()).strip(),
                f.text(),
                f.kind(),
                f.parties(),
                f.parties().isEmpty()
                        ? messages.say(language, "ledger.draft.all-members")
                        : f.parties().stream().map(of::party).collect(Collectors.joining("、")),
                units(f.lead(), of),
                f.leadExplicit(),
                units(f.cooperating(), of),
                lines(f.lead()),
                lines(f.cooperating()),
                f.deadline() == null ? "" : f.deadline().toString(),
                f.cycle() == null ? "" : f.cycle(),
                f.indicators().stream()
                        .map(ReviewViews::indicator)
                        .collect(Collectors.joining("；")),
                f.indicators().stream()
                        .map(
                                i ->
                                        String.join(
                                                " | ",
                                                i.name(),
                                                i.operator(),
                                                i.value().toPlainString(),
                                                i.unit()))
                        .collect(Collectors.joining("\n")),
                f.category(),
                of.category(f.category()),
                splits(draft.text(), row));
    }

    /// The places after a comma or a stop inside a row, with the words that would begin there.
    private static List<Option> splits(String text, DraftRow row) {
        var places = new ArrayList<Option>();
        for (int i = row.start() + 1; i < row.end() - 1; i++) {
            if ("，,；;。".indexOf(text.charAt(i)) >= 0) {
                var rest = text.substring(i + 1, Math.min(row.end(), i + 1 + SPLIT_PREVIEW));
                places.add(new Option(Integer.toString(i + 1), "…｜" + rest));
            }
        }
        return places;
    }

    /// One changed row and the counts beside it.
    RowAnswer answer(Draft draft, java.util.UUID row, Language language) {
        var changed =
                draft.rows().stream()
                        .filter(r -> r.id().equals(row))
                        .findFirst()
                        .orElseThrow(org.tongquan.site.NotFound::new);
        var view = view(draft, language, "", List.of());
        return new RowAnswer(row(draft, changed, language), view, null);
    }

    /// What somebody typed in a form whose row was changed meanwhile, beside the row as it is now;
    /// sent again, it takes the place of that.
    RowAnswer overlap(Draft draft, java.util.UUID row, RowFields typed, Language language) {
        var now = answer(draft, row, language);
        var held =
                draft.rows().stream()
                        .filter(r -> r.id().equals(row))
                        .map(
                                r ->
                                        new DraftRow(
                                                r.id(),
                                                r.start(),
                                                r.end(),
                                                r.state(),
                                                r.confidence(),
                                                true,
                                                typed))
                        .findFirst()
                        .orElseThrow(org.tongquan.site.NotFound::new);
        return new RowAnswer(row(draft, held, language), now.review(), now.row());
    }

    static DraftsView.Item item(Draft draft) {
        return new DraftsView.Item(
                draft.id().toString(),
                draft.head().title().isEmpty() ? draft.fileName() : draft.head().title(),
                draft.fileName(),
                Moments.of(draft.createdAt()),
                draft.state().word(),
                draft.version() == null ? "" : draft.version());
    }

    static ReviewView.Counts counts(Draft draft) {
        return new ReviewView.Counts(
                draft.rows().size(),
                (int) draft.count(DraftRow.State.ACCEPTED),
                (int) draft.count(DraftRow.State.DROPPED),
                (int) draft.count(DraftRow.State.PROPOSED));
    }

    private List<Option> sure(Draft draft, Language language) {
        var options = new ArrayList<Option>();
        long before = 0;
        for (int percent : BULK) {
            double least = percent / (double) WHOLE;
            long rows = draft.rows().stream().filter(r -> r.isSure(least)).count();
            if (rows > before) {
                options.add(
                        new Option(
                                Integer.toString(percent),
                                messages.say(
                                        language,
                                        "ledger.draft.sure",
                                        Integer.toString(percent),
                                        rows)));
            }
            before = rows;
        }
        return options;
    }

    private static String indicator(RowFields.Target target) {
        return "%s %s %s%s"
                .formatted(
                        target.name(),
                        SIGNS.getOrDefault(target.operator(), target.operator()),
                        target.value().toPlainString(),
                        target.unit());
    }

    private static List<ReviewView.Unit> units(List<RowFields.UnitRef> units, Names.Of of) {
        return units.stream()
                .map(
                        u ->
                                new ReviewView.Unit(
                                        u.text(),
                                        u.known(),
                                        u.known()
                                                ? List.of()
                                                : Nearest.ranked(
                                                        u.text(), knownUnits(of), MOST_OFFERS)))
                .toList();
    }

    private static String lines(List<RowFields.UnitRef> units) {
        return units.stream().map(RowFields.UnitRef::text).collect(Collectors.joining("\n"));
    }

    private static List<String> knownUnits(Names.Of of) {
        return of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> u.level() != Level.NATION)
                .map(u -> u.name())
                .distinct()
                .toList();
    }

    /// Cuts the text where a heading, a row or a skipped sentence begins or ends.
    private static List<ReviewView.Segment> segments(Draft draft) {
        var marks = new ArrayList<ReviewView.Segment>();
        for (var h : draft.outline().headings()) {
            marks.add(new ReviewView.Segment("heading", "", "", h.start(), h.end(), ""));
        }
        for (var r : draft.rows()) {
            marks.add(
                    new ReviewView.Segment(
                            "row", r.id().toString(), r.state().word(), r.start(), r.end(), ""));
        }
        for (var s : draft.outline().skipped()) {
            marks.add(new ReviewView.Segment("skipped", s.rule(), "", s.start(), s.end(), ""));
        }
        marks.sort(Comparator.comparingInt(ReviewView.Segment::start));
        var segments = new ArrayList<ReviewView.Segment>();
        int at = 0;
        for (var mark : marks) {
            if (mark.start() < at || mark.end() <= mark.start()) {
                continue;
            }
            plain(draft, segments, at, mark.start());
            segments.add(
                    new ReviewView.Segment(
                            mark.kind(),
                            mark.ref(),
                            mark.state(),
                            mark.start(),
                            mark.end(),
                            draft.text().substring(mark.start(), mark.end())));
            at = mark.end();
        }
        plain(draft, segments, at, draft.text().length());
        return segments;
    }

    private static void plain(Draft draft, List<ReviewView.Segment> segments, int from, int to) {
        if (to > from) {
            var text = draft.text().substring(from, to);
            segments.add(new ReviewView.Segment("plain", "", "", from, to, text));
        }
    }
}
