package org.tongquan.ledger.chasing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;

/// Makes what the form for new notices shows.
@Component
class NewNoticeViews {
    private final Chasing chasing;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    NewNoticeViews(Chasing chasing, Ledger ledger, Names names, Messages messages) {
        this.chasing = chasing;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    /// What the address asks for; an empty commitment asks for all red items.
    record Asked(String commitment, String party, String after) {}

    NewNoticeView form(Actor actor, Asked asked, Language language) {
        var demand = messages.say(Language.ZH, "chasing.new.demand");
        return form(actor, asked, demand, "", language);
    }

    /// @param error word of the refusal of what was sent before
    NewNoticeView form(Actor actor, Asked asked, String text, String error, Language language) {
        var of = names.of(actor.region(), language);
        boolean single = !asked.commitment().isEmpty();
        var rows = new ArrayList<Obligation>();
        var next = "";
        if (single) {
            rows.addAll(one(actor, asked));
        } else {
            var filter = Filter.all(actor.region()).of(Light.RED);
            var slice =
                    ledger.list(
                            actor, of(filter, asked.party()), Obligation.Cursor.of(asked.after()));
            rows.addAll(slice.rows());
            next = slice.more() ? next(asked, rows.getLast()) : "";
        }
        var open = chasing.openItems(actor);
        return new NewNoticeView(
                crumbs(language),
                single,
                rows.stream().map(o -> choice(o, of, open, single)).toList(),
                NoticeViews.parties(of),
                asked.party(),
                next,
                text,
                error,
                List.of());
    }

    private static Filter of(Filter filter, String party) {
        return new Filter(
                filter.region(),
                filter.chapter(),
                party,
                filter.unit(),
                filter.light(),
                filter.category(),
                filter.dueFrom(),
                filter.dueBy(),
                filter.only(),
                filter.words());
    }

    private static String next(Asked asked, Obligation last) {
        return UriComponentsBuilder.fromPath("/notices/new")
                .queryParam("party", asked.party())
                .queryParam("after", last.cursor().toString())
                .encode()
                .build()
                .toUriString();
    }

    private List<Obligation> one(Actor actor, Asked asked) {
        var found =
                ledger
                        .find(actor, actor.region(), asked.commitment())
                        .orElseThrow(NotFound::new)
                        .obligations()
                        .stream()
                        .filter(o -> asked.party().isEmpty() || o.party().equals(asked.party()))
                        .toList();
        if (found.isEmpty()) {
            throw new NotFound();
        }
        return found;
    }

    private static NewNoticeView.Choice choice(
            Obligation o, Names.Of of, Set<String> open, boolean chosen) {
        var value = o.commitment() + "~" + o.party();
        var due = o.standing().due();
        return new NewNoticeView.Choice(
                value,
                of.language().pick(o.textZh(), o.textEn()),
                "/ledger/" + o.region() + "/" + o.commitment() + "#" + o.party(),
                of.party(o.party()),
                o.standing().light().word(),
                o.standing().percent(),
                due == null ? "" : due.toString(),
                open.contains(value),
                chosen && !open.contains(value));
    }

    /// The form again, with what became of each item; those refused can be sent once more.
    NewNoticeView answered(
            Actor actor,
            List<Chasing.Target> targets,
            List<Handling> answers,
            String text,
            Language language) {
        var of = names.of(actor.region(), language);
        var open = chasing.openItems(actor);
        var choices = new ArrayList<NewNoticeView.Choice>();
        var results = new ArrayList<NewNoticeView.Result>();
        boolean each = answers.size() == targets.size() && targets.size() > 1;
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var found = find(actor, target);
            var choice = found.map(o -> choice(o, of, open, true));
            choice.filter(c -> !c.open()).ifPresent(choices::add);
            if (each) {
                var words =
                        choice.map(c -> c.party() + "：" + c.text())
                                .orElse(target.commitment() + " " + target.party());
                results.add(result(words, answers.get(i)));
            }
        }
        return new NewNoticeView(
                crumbs(language),
                true,
                choices,
                List.of(),
                "",
                "",
                text,
                each ? "" : word(answers.getFirst()),
                results);
    }

    private java.util.Optional<Obligation> find(Actor actor, Chasing.Target target) {
        return ledger.find(actor, actor.region(), target.commitment()).stream()
                .flatMap(c -> c.obligations().stream())
                .filter(o -> o.party().equals(target.party()))
                .findFirst();
    }

    private static NewNoticeView.Result result(String words, Handling answer) {
        return answer instanceof Handling.Done(var id, _)
                ? new NewNoticeView.Result(words, "/notices/" + id, "")
                : new NewNoticeView.Result(words, "", word(answer));
    }

    private static String word(Handling answer) {
        return switch (answer) {
            case Handling.Done _ -> "";
            case Handling.Stale _ -> "stale";
            case Handling.Refused(var reason) -> reason.word();
        };
    }

    private List<Crumb> crumbs(Language language) {
        return List.of(
                new Crumb("/notices", messages.say(language, "chasing.menu")),
                new Crumb("", messages.say(language, "chasing.new")));
    }
}
