package org.tongquan.ledger.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Level;
import org.tongquan.compact.Resolved;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.site.Crumb;
import org.tongquan.site.JteViews;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Page;

/// Makes the view of one commitment.
@Component
class CommitmentViews {
    private static final int KILO = 1024;

    private final Ledger ledger;
    private final Names names;
    private final Messages messages;
    private final List<CommitmentTile> tiles;
    private final JteViews views;

    CommitmentViews(
            Ledger ledger,
            Names names,
            Messages messages,
            List<CommitmentTile> tiles,
            JteViews views) {
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
        this.tiles = tiles.stream().sorted(Comparator.comparingInt(CommitmentTile::order)).toList();
        this.views = views;
    }

    CommitmentView view(Actor actor, String region, String id, Language language, String error) {
        var of = names.of(region, language);
        var card = ledger.find(actor, region, id).orElseThrow(NotFound::new);
        var commitment = card.commitment();
        var clause = clause(of.compact(), id);
        var pieces = tiles.stream().map(t -> t.of(actor, card, of)).toList();
        var text = language.pick(commitment.textZh(), commitment.textEn());
        return new CommitmentView(
                region,
                id,
                text,
                messages.say(language, "ledger.kind." + commitment.kind()),
                of.category(commitment.category()),
                (commitment.chapterNumber() + commitment.chapterTitle()).strip(),
                (commitment.articleNumber() + commitment.articleTitle()).strip(),
                basis(of.compact(), commitment.source(), commitment.articleNumber()),
                document(of.compact(), commitment.source()),
                commitment.version(),
                commitment.start().toString(),
                commitment.deadline() == null ? "" : commitment.deadline().toString(),
                commitment.cycle() == null ? "" : commitment.cycle(),
                commitment.parent() == null ? "" : commitment.parent(),
                commitment.milestones().stream()
                        .map(m -> (m.due() + " " + m.percent() + "% " + m.text()).strip())
                        .toList(),
                card.light().word(),
                card.obligations().size() > 1 ? card.whole() : null,
                clause == null ? List.of() : indicators(clause),
                clause == null ? List.of() : clause.names(),
                parties(card, of),
                card.reports().stream().map(r -> report(r, of, pieces)).toList(),
                pieces.stream().flatMap(p -> p.sections().stream()).map(this::shown).toList(),
                mayReport(actor, card, of),
                actor.may(Power.SUPERVISE),
                actor.may(Power.ASSIGN),
                actor.may(Power.ASSIGN) ? units(of) : List.of(),
                ledger.today().toString(),
                error,
                List.of(
                        new Crumb("/ledger", messages.say(language, "ledger.title")),
                        new Crumb("", commitment.articleTitle())));
    }

    private static @Nullable Clause clause(Resolved compact, String id) {
        return compact.clauses().stream()
                .map(Resolved.Bound::clause)
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String basis(Resolved compact, String source, String article) {
        return compact.sources().stream()
                .filter(s -> s.id().equals(source))
                .map(s -> "《" + s.title() + "》" + (s.number() == null ? "" : s.number()) + article)
                .findFirst()
                .orElse(source + article);
    }

    /// Where the text itself can be read; empty when nobody said so.
    private static String document(Resolved compact, String source) {
        return compact.sources().stream()
                .filter(s -> s.id().equals(source))
                .map(s -> s.url() == null ? "" : s.url())
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .findFirst()
                .orElse("");
    }

    private static List<String> indicators(Clause clause) {
        return clause.indicators().stream()
                .map(
                        i ->
                                "%s %s %s%s"
                                        .formatted(
                                                i.name(),
                                                i.operator().label(),
                                                i.value().toPlainString(),
                                                i.unit() == null ? "" : i.unit()))
                .toList();
    }

    private static List<CommitmentView.PartyView> parties(Card card, Names.Of of) {
        var views = new ArrayList<CommitmentView.PartyView>();
        for (var obligation : card.obligations()) {
            var units =
                    card.assignments().stream()
                            .filter(a -> a.party().equals(obligation.party()))
                            .map(
                                    a ->
                                            new CommitmentView.UnitView(
                                                    of.body(a.unit()),
                                                    a.role().word(),
                                                    a.byBody().equals(Assignment.BY_TEXT)))
                            .toList();
            views.add(
                    new CommitmentView.PartyView(
                            obligation.party(),
                            of.party(obligation.party()),
                            obligation.standing(),
                            units));
        }
        return views;
    }

    private Function<Page, Content> shown(CommitmentTile.Piece piece) {
        return page -> views.part(piece.template(), page, piece.view());
    }

    private CommitmentView.ReportView report(
            ProgressReport report, Names.Of of, List<CommitmentTile.Pieces> pieces) {
        return new CommitmentView.ReportView(
                report.id().toString(),
                report.on().toString(),
                Moments.of(report.at()),
                of.party(report.party()),
                report.simulated() ? "" : of.body(report.body()),
                report.percent(),
                report.text(),
                report.simulated(),
                report.returned() == null ? "" : report.returned(),
                report.evidence().stream()
                        .map(
                                e ->
                                        new CommitmentView.EvidenceView(
                                                "/ledger/evidence/" + e.id(),
                                                e.name(),
                                                size(e.size()),
                                                e.sha256()))
                        .toList(),
                pieces.stream()
                        .flatMap(p -> Stream.ofNullable(p.reports().get(report.id())))
                        .map(this::shown)
                        .toList());
    }

    private List<Option> mayReport(Actor actor, Card card, Names.Of of) {
        return card.commitment().parties().stream()
                .filter(p -> ledger.mayReport(actor, card, p))
                .map(p -> new Option(p, of.party(p)))
                .toList();
    }

    /// Units that the office may name: those of the parties, and the province's.
    private static List<Option> units(Names.Of of) {
        return of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> u.level() != Level.NATION && !u.generic())
                .map(u -> new Option(u.id(), u.name()))
                .toList();
    }

    private static String size(int bytes) {
        return bytes < KILO ? bytes + " B" : bytes / KILO + " KB";
    }
}
