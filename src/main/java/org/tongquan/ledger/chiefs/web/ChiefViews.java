package org.tongquan.ledger.chiefs.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chiefs.ChargeFile;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.chiefs.Patrolling;
import org.tongquan.ledger.chiefs.Round;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Option;

/// Makes what the pages of objects, visits and problems show.
@Component
class ChiefViews {
    private static final int MOST_ROUNDS = 24;
    private static final int MOST_VISITS = 50;
    private static final int MOST_PROBLEMS = 100;
    private static final int ROWS = 3;

    private final Chiefs chiefs;
    private final Patrolling patrolling;
    private final Ledger ledger;
    private final Names names;
    private final ChiefWords words;

    ChiefViews(Chiefs chiefs, Patrolling patrolling, Ledger ledger, Names names, ChiefWords words) {
        this.chiefs = chiefs;
        this.patrolling = patrolling;
        this.ledger = ledger;
        this.names = names;
        this.words = words;
    }

    ChiefsView list(Actor actor, Language language) {
        var of = names.of(actor.region(), language);
        var all = chiefs.list(actor);
        var open = patrolling.handed(actor).stream().filter(c -> c.found().course().isOpen());
        return new ChiefsView(
                all.stream()
                        .filter(f -> patrolling.keeps(actor, f) && !f.isEnded())
                        .map(f -> words.item(f, of))
                        .toList(),
                open.map(c -> words.problem(object(c), c.found(), of)).toList(),
                all.stream().map(f -> words.item(f, of)).toList(),
                chiefs.mayName(actor),
                of.compact().compact().compact().publicProgress()
                        ? "/public/" + actor.region() + "/chiefs"
                        : "",
                all.stream().filter(f -> !f.isEnded()).mapToLong(ChargeFile::missed).sum(),
                all.stream().mapToLong(ChargeFile::overdue).sum());
    }

    private static String object(Patrolling.Case one) {
        return one.charge().object().zh();
    }

    ChiefsView.Form form(Actor actor, Language language, ChiefsView.Typed typed, String error) {
        var of = names.of(actor.region(), language);
        return new ChiefsView.Form(
                of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList(),
                words.kinds(language),
                words.rhythms(language),
                typed,
                ledger.today().toString(),
                error);
    }

    private List<Crumb> crumbs(Language language, String... more) {
        var crumbs = new java.util.ArrayList<Crumb>();
        crumbs.add(new Crumb("/chiefs", words.say(language, "chiefs.menu")));
        for (int i = 0; i + 1 < more.length; i += 2) {
            crumbs.add(new Crumb(more[i], more[i + 1]));
        }
        return crumbs;
    }

    ChargeView charge(Actor actor, ChargeFile file, String asked, String error, Language language) {
        var charge = file.charge();
        var of = names.of(charge.region(), language);
        var now = file.now();
        var head = words.item(file, of);
        int skipped = Math.max(0, file.rounds().size() - MOST_ROUNDS);
        var card = charge.commitment().isEmpty() ? "" : text(actor, charge.commitment(), language);
        var within = now.settleWithin();
        return new ChargeView(
                charge.id().toString(),
                crumbs(language, "", head.object()),
                head,
                charge.basis(),
                card,
                "/ledger/" + charge.region() + "/" + charge.commitment(),
                now.duties(),
                now.units().stream().map(of::body).toList(),
                within == null
                        ? words.say(language, "chiefs.within.default")
                        : words.say(language, "chiefs.within", within),
                now.rule().startsWith("office")
                        ? words.say(language, "chiefs.source.office")
                        : now.rule(),
                now.rule().endsWith("unverified"),
                !charge.declared().isEmpty(),
                holders(file, of),
                file.rounds().stream().skip(skipped).map(ChiefViews::round).toList().reversed(),
                skipped,
                file.found().reversed().stream()
                        .sorted(Comparator.comparing(f -> !f.course().isOpen()))
                        .limit(MOST_PROBLEMS)
                        .map(f -> words.problem(head.object(), f, of))
                        .toList(),
                file.visits().reversed().stream()
                        .limit(MOST_VISITS)
                        .map(
                                v ->
                                        words.visit(
                                                v,
                                                problems(file, v.id()),
                                                patrolling.open().toString(),
                                                of))
                        .toList(),
                Math.max(0, file.visits().size() - MOST_VISITS),
                patrolling.keeps(actor, file) && !file.isEnded(),
                chiefs.mayName(actor) && actor.region().equals(charge.region()),
                file.version(),
                ChiefWords.units(chiefs.units(file), of),
                words.rhythms(language),
                new ChargeView.Terms(
                        now.post().zh(),
                        now.post().en() == null ? "" : now.post().en(),
                        String.join("\n", now.duties()),
                        ChiefWords.kept(now.rhythm()),
                        now.units()),
                asked,
                asked(actor, file, asked, language),
                file.day().toString(),
                error);
    }

    private static int problems(ChargeFile file, UUID visit) {
        return (int) file.found().stream().filter(f -> f.matter().visit().equals(visit)).count();
    }

    private String text(Actor actor, String commitment, Language language) {
        return ledger.find(actor, actor.region(), commitment)
                .map(c -> language.pick(c.commitment().textZh(), c.commitment().textEn()))
                .orElse(commitment);
    }

    private static List<ChargeView.Holder> holders(ChargeFile file, Names.Of of) {
        var now = file.holding();
        return file.holdings().reversed().stream()
                .map(
                        h ->
                                new ChargeView.Holder(
                                        h.holder(),
                                        h.deputy(),
                                        of.body(h.unit()),
                                        h.from().toString(),
                                        h.reason(),
                                        now.filter(h::equals).isPresent()))
                .toList();
    }

    private static ChargeView.RoundView round(Round round) {
        var tone =
                switch (round.state()) {
                    case DONE -> "green";
                    case LATE, DUE -> "yellow";
                    case MISSED -> "red";
                };
        return new ChargeView.RoundView(
                round.first().toString(),
                round.last().toString(),
                round.state().word(),
                tone,
                ChiefWords.text(round.by()));
    }

    private String asked(Actor actor, ChargeFile file, String asked, Language language) {
        var rhythm = ChiefWords.sent(asked);
        if (rhythm == null) {
            return "";
        }
        var rounds = chiefs.whatIf(actor, file.charge().id(), rhythm);
        return words.say(
                language,
                "chiefs.what-if.says",
                rounds.size(),
                count(rounds, Round.State.DONE),
                count(rounds, Round.State.LATE),
                count(rounds, Round.State.MISSED));
    }

    private static long count(List<Round> rounds, Round.State state) {
        return rounds.stream().filter(r -> r.state() == state).count();
    }

    ChargeView.VisitForm visit(
            ChargeFile file,
            UUID visit,
            ChargeView.Typed typed,
            List<ChargeView.Row> rows,
            String error,
            Language language) {
        var of = names.of(file.charge().region(), language);
        var head = words.item(file, of);
        var shown = new java.util.ArrayList<>(rows);
        while (shown.size() < ROWS) {
            shown.add(new ChargeView.Row("", ""));
        }
        return new ChargeView.VisitForm(
                file.charge().id().toString(),
                crumbs(
                        language,
                        head.href(),
                        head.object(),
                        "",
                        words.say(language, "chiefs.visit.new")),
                head,
                visit.toString(),
                file.now().duties(),
                ChiefWords.units(chiefs.units(file), of),
                shown,
                typed,
                file.day().toString(),
                file.terms().getFirst().from().toString(),
                error);
    }

    ChargeView.Typed untyped(LocalDate day) {
        return new ChargeView.Typed(day.toString(), "", "chief", "", "", List.of(), false);
    }

    ChargeView.ProblemView problem(
            Actor actor, Patrolling.Case one, String error, String typed, Language language) {
        var charge = one.charge();
        var of = names.of(charge.region(), language);
        var course = one.found().course();
        var head = words.problem(ChiefWords.pick(charge.object(), language), one.found(), of);
        var steps = patrolling.next(actor, one);
        var file = chiefs.find(actor, charge.id());
        var begun =
                course.events().reversed().stream()
                        .filter(e -> e.within() > 0)
                        .findFirst()
                        .orElseThrow();
        return new ChargeView.ProblemView(
                one.found().matter().id().toString(),
                crumbs(
                        language,
                        file.isEmpty() ? "" : "/chiefs/" + charge.id(),
                        head.object(),
                        "",
                        words.say(language, "chiefs.problem")),
                head,
                file.isEmpty() ? "" : "/chiefs/" + charge.id(),
                of.party(charge.party()),
                one.holding().map(h -> h.holder() + " · " + of.body(h.unit())).orElse(""),
                words.visit(one.visit(), 0, "", of),
                begun.rule(),
                begun.within(),
                course.events().stream().map(e -> event(e, of)).toList(),
                course.seq(),
                steps.stream().map(s -> s.word()).toList(),
                file.map(f -> ChiefWords.units(chiefs.units(f), of)).orElse(List.of()),
                error,
                typed);
    }

    private static ChargeView.EventView event(
            org.tongquan.ledger.chiefs.Matter.Event event, Names.Of of) {
        var tone =
                switch (event.step()) {
                    case FOUND, MOVED -> "yellow";
                    case RETURNED, NOTICED -> "red";
                    case CLOSED -> "green";
                    case RECEIVED, ANSWERED -> "";
                };
        var notice = event.notice();
        return new ChargeView.EventView(
                event.step().word(),
                tone,
                of.body(event.body()),
                Moments.of(event.at()),
                event.text(),
                of.body(event.unit()),
                ChiefWords.text(event.due()),
                event.provisional(),
                notice == null ? "" : "/notices/" + notice,
                ChiefWords.files(event.files()));
    }

    /// The rhythm that a what-if asks for, unless it is none of those offered.
    static String asked(String sent) {
        Period rhythm = ChiefWords.sent(sent);
        return rhythm == null ? "" : sent;
    }
}
