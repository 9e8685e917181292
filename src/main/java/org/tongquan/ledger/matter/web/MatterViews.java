package org.tongquan.ledger.matter.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes what the pages of major matters show.
@Component
class MatterViews {
    private static final int KILO = 1024;

    private final Alerting alerting;
    private final Names names;
    private final Messages messages;

    MatterViews(Alerting alerting, Names names, Messages messages) {
        this.alerting = alerting;
        this.names = names;
        this.messages = messages;
    }

    MattersView list(
            Actor actor, boolean open, Language language, String fault, MattersView.Typed typed) {
        var of = names.of(actor.region(), language);
        return new MattersView(
                open,
                alerting.list(actor, open).stream().map(f -> row(f, of)).toList(),
                alerting.mayReport(actor),
                fault,
                typed);
    }

    private static MattersView.Row row(Matter.File file, Names.Of of) {
        var matter = file.matter();
        var course = file.course();
        var due = course.due();
        return new MattersView.Row(
                "/matters/" + matter.id(),
                matter.title(),
                matter.urgent(),
                of.body(matter.body()),
                matter.party().isEmpty() ? "" : of.party(matter.party()),
                Moments.of(matter.at()),
                course.state().word(),
                switch (course.state()) {
                    case WAITING -> course.isOverdue() ? "red" : "yellow";
                    case IN_HAND -> course.isOverdue() ? "red" : "yellow";
                    case CLOSED -> "green";
                },
                due == null ? "" : due.toString(),
                course.provisional(),
                course.daysOver());
    }

    MattersView.One view(
            Actor actor, Matter.File file, Language language, String fault, String typed) {
        var matter = file.matter();
        var of = names.of(matter.region(), language);
        var steps = alerting.next(actor, file);
        return new MattersView.One(
                matter.id().toString(),
                List.of(
                        new Crumb("/matters", messages.say(language, "matter.menu")),
                        new Crumb("", matter.title())),
                row(file, of),
                matter.happened(),
                matter.needed(),
                matter.terms().rule(),
                matter.simulated(),
                file.attached().stream()
                        .map(
                                a ->
                                        new MattersView.Attached(
                                                "/matters/files/" + a.id(),
                                                a.name(),
                                                (a.size() + KILO - 1) / KILO + " KB",
                                                a.sha256()))
                        .toList(),
                matter.bodies().stream().map(of::body).toList(),
                file.course().seq(),
                file.course().events().reversed().stream().map(e -> event(e, of)).toList(),
                steps.stream().map(Matter.Step::word).toList(),
                steps.contains(Matter.Step.FORWARDED)
                        ? alerting.recipients(actor).stream()
                                .filter(b -> !matter.bodies().contains(b))
                                .filter(b -> !matter.body().equals(b))
                                .map(b -> new Option(b, of.body(b)))
                                .toList()
                        : List.of(),
                List.copyOf(alerting.named(actor)),
                fault,
                typed);
    }

    private static MattersView.EventView event(Matter.Event event, Names.Of of) {
        return new MattersView.EventView(
                event.step().word(),
                switch (event.step()) {
                    case REPORTED, ADDED, ANSWERED -> "";
                    case ACKNOWLEDGED, FORWARDED -> "yellow";
                    case CLOSED -> "green";
                },
                of.body(event.body()),
                Moments.of(event.at()),
                event.text(),
                String.join("、", event.bodies().stream().map(of::body).toList()));
    }
}
