package org.tongquan.ledger.chasing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.chasing.ChaseStep;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Course;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.NoticeEvent;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes what the pages of notices show.
@Component
class NoticeViews {
    private static final String JOB = "job:";

    private final Chasing chasing;
    private final Names names;
    private final Messages messages;

    NoticeViews(Chasing chasing, Names names, Messages messages) {
        this.chasing = chasing;
        this.names = names;
        this.messages = messages;
    }

    NoticesView list(Actor actor, NoticeQuery query, Language language) {
        var of = names.of(actor.region(), language);
        boolean mayIssue = chasing.mayIssue(actor, "");
        var filter = query.filter(actor, mayIssue);
        var slice = chasing.list(actor, filter);
        var files = slice.files();
        var next =
                slice.more() && !filter.overdueOnly() ? query.next(files.getLast().notice()) : "";
        return new NoticesView(
                counts(slice, query),
                parties(of),
                query.party(),
                query.state(),
                filter.mine(),
                !mayIssue,
                filter.overdueOnly(),
                mayIssue,
                files.stream().map(f -> item(f, of)).toList(),
                next);
    }

    static List<Option> parties(Names.Of of) {
        return of.members().stream().map(p -> new Option(p.id(), of.party(p.id()))).toList();
    }

    private static List<NoticesView.Count> counts(Chasing.Slice slice, NoticeQuery query) {
        var counts = new ArrayList<NoticesView.Count>();
        int all = slice.counts().values().stream().mapToInt(Integer::intValue).sum();
        counts.add(new NoticesView.Count("", all, query.withState(""), query.state().isEmpty()));
        for (var state : Step.State.values()) {
            counts.add(
                    new NoticesView.Count(
                            state.word(),
                            slice.counts().getOrDefault(state, 0),
                            query.withState(state.word()),
                            state.word().equals(query.state())));
        }
        return counts;
    }

    NoticesView.Item item(Notice.File file, Names.Of of) {
        var notice = file.notice();
        var course = file.course();
        return new NoticesView.Item(
                "/notices/" + notice.id(),
                notice.number(),
                of.language().pick(notice.item().zh(), notice.item().en()),
                of.party(notice.party()),
                units(notice.units(), of),
                course.state().word(),
                tone(course),
                text(course.due()),
                course.provisional(),
                course.daysOver(),
                notice.on().toString(),
                notice.cause().word(),
                course.returned(),
                course.reopened(),
                notice.simulated());
    }

    private static String tone(Course course) {
        if (!course.isOpen()) {
            return "green";
        }
        return course.isOverdue() ? "red" : "yellow";
    }

    NoticeView view(Actor actor, Notice.File file, Language language, String error, String typed) {
        var notice = file.notice();
        var of = names.of(notice.region(), language);
        var course = file.course();
        return new NoticeView(
                notice.id().toString(),
                List.of(
                        new Crumb("/notices", messages.say(language, "chasing.menu")),
                        new Crumb("", notice.number())),
                item(file, of),
                "/ledger/" + notice.region() + "/" + notice.commitment(),
                notice.item().origin(),
                body(notice.issuer(), of),
                notice.text(),
                text(notice.lastDay()),
                notice.terms().rule(),
                Integer.toString(notice.terms().sign()),
                Integer.toString(notice.terms().answer()),
                Optional.ofNullable(notice.terms().review()).map(n -> n.toString()).orElse(""),
                course.shifted(),
                course.seq(),
                course.events().stream().map(e -> event(e, of)).toList(),
                chasing.next(actor, file).stream().map(NoticeViews::step).toList(),
                chasing
                        .history(actor, notice.region(), notice.commitment(), notice.party())
                        .stream()
                        .map(s -> taken(s, of))
                        .toList(),
                error,
                typed);
    }

    private static NoticeView.StepView step(Step step) {
        var kind =
                switch (step) {
                    case RETURNED, REOPENED -> "danger";
                    default -> "primary";
                };
        return new NoticeView.StepView(step.word(), step.needsText(), kind);
    }

    private NoticeView.EventView event(NoticeEvent event, Names.Of of) {
        var tone =
                switch (event.step()) {
                    case RETURNED, REOPENED -> "red";
                    case PASSED, CLOSED -> "green";
                    case ISSUED -> "yellow";
                    case SIGNED, ANSWERED -> "";
                };
        return new NoticeView.EventView(
                event.step().word(),
                tone,
                body(event.body(), of),
                Moments.of(event.at()),
                event.text(),
                text(event.due()),
                event.provisional());
    }

    /// The step's name is made of the last day, words and figures.
    private NoticeView.TakenView taken(ChaseStep step, Names.Of of) {
        var name = step.step();
        var words = List.of(name.split(" "));
        var word =
                List.of("rung", "remind", "overdue", "notice", "due", "late").stream()
                        .filter(words::contains)
                        .findFirst()
                        .orElse("due");
        int at = words.indexOf(word);
        boolean counted = word.equals("rung") || word.equals("remind");
        var days = counted && at + 1 < words.size() ? words.get(at + 1) : "";
        return new NoticeView.TakenView(
                word, step.day().toString(), days, units(step.bodies(), of));
    }

    String units(List<String> ids, Names.Of of) {
        var between = of.language() == Language.ZH ? "、" : ", ";
        return String.join(between, ids.stream().map(u -> body(u, of)).toList());
    }

    String body(String id, Names.Of of) {
        return id.startsWith(JOB) ? messages.say(of.language(), "chasing.by-ledger") : of.body(id);
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /// What the address of a list asks for.
    record NoticeQuery(String party, String state, String scope, boolean overdue, String after) {
        /// Who supervises sees all; any other body at first what is addressed to it.
        NoticeFilter filter(Actor actor, boolean supervises) {
            boolean mine = !supervises && !scope.equals("all");
            return new NoticeFilter(
                    actor.region(),
                    party,
                    mine,
                    Step.State.find(state).orElse(null),
                    false,
                    overdue,
                    NoticeFilter.Cursor.of(after));
        }

        String withState(String other) {
            return address(other, "");
        }

        String next(Notice last) {
            return address(state, new NoticeFilter.Cursor(last.at(), last.id()).toString());
        }

        private String address(String of, String from) {
            var uri = org.springframework.web.util.UriComponentsBuilder.fromPath("/notices");
            add(uri, "party", party);
            add(uri, "state", of);
            add(uri, "scope", scope);
            add(uri, "overdue", overdue ? "true" : "");
            add(uri, "after", from);
            return uri.encode().build().toUriString();
        }

        private static void add(
                org.springframework.web.util.UriComponentsBuilder uri, String name, String value) {
            if (!value.isEmpty()) {
                uri.queryParam(name, value);
            }
        }
    }
}
