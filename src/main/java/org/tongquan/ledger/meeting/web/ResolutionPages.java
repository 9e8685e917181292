package org.tongquan.ledger.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.Resolution;
import org.tongquan.ledger.meeting.Resolving;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Decisions of meetings: the list, one with its course, its steps, into a plan.
@Controller
class ResolutionPages {
    private final Resolving resolving;
    private final Convening convening;
    private final Names names;
    private final Messages messages;

    ResolutionPages(Resolving resolving, Convening convening, Names names, Messages messages) {
        this.resolving = resolving;
        this.convening = convening;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/meetings/resolutions")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "true") boolean open,
            HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var files = resolving.list(actor, mine, open);
        return Show.view(
                "meeting/resolutions",
                new ResolutionsView(
                        mine,
                        open,
                        files.stream().map(f -> row(f, "", of)).toList(),
                        (int) files.stream().filter(f -> f.course().isOverdue()).count()));
    }

    private static ResolutionsView.Row row(Resolution.File file, String href, Names.Of of) {
        return new ResolutionsView.Row(MeetingViews.row(file, of), file.meeting(), href);
    }

    @GetMapping("/meetings/resolutions/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, request, "", "");
    }

    /// @param shown number of the last event that the reader saw
    @PostMapping("/meetings/resolutions/{id}/events")
    ModelAndView act(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wanted =
                Arrays.stream(Resolution.Step.values())
                        .filter(s -> s.word().equals(step))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var answer = resolving.act(actor, id, wanted, shown, text);
        return answer(actor, id, answer, step, text, request, after);
    }

    @PostMapping("/meetings/resolutions/{id}/plan")
    ModelAndView plan(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            @RequestParam UUID plan,
            @RequestParam(defaultValue = "") String parent,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = resolving.intoPlan(actor, id, shown, plan, parent);
        return answer(actor, id, answer, "planned", "", request, after);
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            MeetingAnswer answer,
            String done,
            String typed,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case MeetingAnswer.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "meeting.resolution.done." + done);
                yield new ModelAndView("redirect:/meetings/resolutions/" + id);
            }
            case MeetingAnswer.Stale _ -> show(actor, id, request, "stale", typed);
            case MeetingAnswer.Refused(var faults) ->
                    show(actor, id, request, faults.getFirst().word(), typed);
        };
    }

    private ModelAndView show(
            Actor actor, UUID id, HttpServletRequest request, String fault, String typed) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var file = resolving.find(actor, id).orElseThrow(NotFound::new);
        var steps = resolving.next(actor, file);
        boolean plans = steps.contains(Resolution.Step.PLANNED);
        return Show.view(
                "meeting/resolution",
                new ResolutionsView.One(
                        List.of(
                                new Crumb("/meetings", messages.say(language, "meeting.menu")),
                                new Crumb(
                                        "/meetings/resolutions",
                                        messages.say(language, "meeting.resolutions")),
                                new Crumb("", file.meeting())),
                        row(file, meeting(actor, file), of),
                        String.join(
                                "、", file.resolution().parties().stream().map(of::party).toList()),
                        file.course().seq(),
                        file.course().events().reversed().stream().map(e -> event(e, of)).toList(),
                        steps.stream()
                                .filter(s -> s != Resolution.Step.PLANNED)
                                .map(Resolution.Step::word)
                                .toList(),
                        plans
                                ? resolving.plans(actor).stream()
                                        .map(p -> new Option(p.id().toString(), p.title()))
                                        .toList()
                                : List.of(),
                        of.compact().clauses().stream()
                                .map(b -> new Option(b.clause().id(), b.clause().text().zh()))
                                .toList(),
                        fault,
                        typed));
    }

    /// Where the meeting stands; empty when the reader carries a decision out and was not invited.
    private String meeting(Actor actor, Resolution.File file) {
        var id = file.resolution().meeting();
        return convening.find(actor, id).map(f -> "/meetings/" + id).orElse("");
    }

    private static ResolutionsView.EventView event(Resolution.Event event, Names.Of of) {
        var href =
                event.plan() == null
                        ? ""
                        : "/plans/"
                                + event.plan()
                                + (event.adjustment() == null ? "" : "/adjustments");
        return new ResolutionsView.EventView(
                event.step().word(),
                switch (event.step()) {
                    case ISSUED, REPORTED -> "";
                    case RETURNED -> "red";
                    case CLOSED, PLANNED -> "green";
                },
                of.body(event.body()),
                Moments.of(event.at()),
                event.text(),
                href);
    }
}
