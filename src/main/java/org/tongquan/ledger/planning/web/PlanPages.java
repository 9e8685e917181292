package org.tongquan.ledger.planning.web;

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
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.planning.Comparison;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The yearly plans: list, one plan with its steps and comments, editions side by side.
@Controller
class PlanPages {
    private final Planning planning;
    private final PlanSteps steps;
    private final PlanViews views;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    PlanPages(
            Planning planning,
            PlanSteps steps,
            PlanViews views,
            Ledger ledger,
            Names names,
            Messages messages) {
        this.planning = planning;
        this.steps = steps;
        this.views = views;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/plans")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return show(actor, request, List.of());
    }

    private ModelAndView show(Actor actor, HttpServletRequest request, List<PlanFault> faults) {
        var language = Language.of(request);
        var region = names.of(actor.region(), Language.ZH).region();
        int year = ledger.today().getYear() + (ledger.today().getMonthValue() > 6 ? 1 : 0);
        var rows =
                planning.list(actor).stream()
                        .map(
                                p ->
                                        new PlansView.Row(
                                                "/plans/" + p.id(),
                                                p.year(),
                                                p.title(),
                                                p.state().word(),
                                                p.size()))
                        .toList();
        return Show.view(
                "planning/plans",
                new PlansView(
                        rows,
                        actor.may(Power.DRAFT),
                        year,
                        messages.say(Language.ZH, "planning.draw.title", region, "" + year),
                        words(faults)));
    }

    @PostMapping("/plans")
    ModelAndView draw(
            Actor actor,
            @RequestParam int year,
            @RequestParam String title,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (planning.draw(actor, year, title)) {
            case PlanAnswer.Done(var id) -> done(after, id, "planning.drawn");
            case PlanAnswer.Refused(var faults) -> show(actor, request, faults);
        };
    }

    @GetMapping("/plans/{id}")
    ModelAndView plan(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return page(actor, id, request, List.of());
    }

    private ModelAndView page(
            Actor actor, UUID id, HttpServletRequest request, List<PlanFault> faults) {
        return Show.view(
                "planning/plan",
                views.plan(actor, find(actor, id), Language.of(request), words(faults)));
    }

    @PostMapping("/plans/{id}/steps")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wanted =
                Arrays.stream(PlanStep.Kind.values())
                        .filter(k -> k.word().equals(kind))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return switch (steps.take(actor, id, wanted, text)) {
            case PlanAnswer.Done _ -> done(after, id, "planning.step-taken");
            case PlanAnswer.Refused(var faults) -> page(actor, id, request, faults);
        };
    }

    @PostMapping("/plans/{id}/comments")
    ModelAndView comment(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (planning.comment(actor, id, item, text)) {
            case PlanAnswer.Done _ -> done(after, id, "planning.commented");
            case PlanAnswer.Refused(var faults) -> page(actor, id, request, faults);
        };
    }

    @PostMapping("/plans/{id}/comments/{comment}")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID comment,
            @RequestParam boolean taken,
            @RequestParam String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (planning.answer(actor, comment, taken, text)) {
            case PlanAnswer.Done _ -> done(after, id, "planning.answered");
            case PlanAnswer.Refused(var faults) -> page(actor, id, request, faults);
        };
    }

    /// Two editions side by side; without a choice, the one kept last and the working copy.
    @GetMapping("/plans/{id}/compare")
    ModelAndView compare(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "0") int to,
            HttpServletRequest request) {
        var plan = find(actor, id);
        int last = plan.steps().stream().mapToInt(PlanStep::edition).max().orElse(0);
        int first = from < 0 ? last : from;
        var pairs =
                Comparison.of(planning.edition(actor, id, first), planning.edition(actor, id, to));
        return Show.view(
                "planning/compare", views.compare(plan, Language.of(request), first, to, pairs));
    }

    private Plan find(Actor actor, UUID id) {
        return planning.find(actor, id).orElseThrow(NotFound::new);
    }

    private static ModelAndView done(RedirectAttributes after, UUID id, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/plans/" + id);
    }

    private static List<String> words(List<PlanFault> faults) {
        return faults.stream().map(PlanFault::word).toList();
    }
}
