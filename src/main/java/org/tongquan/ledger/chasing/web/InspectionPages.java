package org.tongquan.ledger.chasing.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.tongquan.ledger.chasing.Finding;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Inspecting;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Special inspections: open one, note findings, put them right, check, close.
@Controller
class InspectionPages {
    private final Inspecting inspecting;
    private final InspectionViews views;

    InspectionPages(Inspecting inspecting, InspectionViews views) {
        this.inspecting = inspecting;
        this.views = views;
    }

    @GetMapping("/notices/inspections")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletRequest request) {
        return Show.view(
                "ledger/chasing_inspections",
                views.list(actor, open, Language.of(request), "", InspectionsView.Typed.NOTHING));
    }

    @PostMapping("/notices/inspections")
    ModelAndView open(
            Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(name = "party", required = false) List<String> parties,
            @RequestParam(defaultValue = "") String commitments,
            HttpServletRequest request,
            RedirectAttributes after) {
        if (!inspecting.mayOpen(actor)) {
            throw new Forbidden("chasing.forbidden");
        }
        var chosen = parties == null ? List.<String>of() : parties;
        var plan =
                new Inspecting.Plan(title, scope, chosen, List.of(commitments.split("[\\s,，、]+")));
        var typed = new InspectionsView.Typed(title, scope, chosen, commitments);
        return switch (inspecting.open(actor, plan)) {
            case Handling.Done(var id, _) -> to(id, after, "opened");
            case Handling.Stale _ -> throw new NotFound();
            case Handling.Refused(var reason) ->
                    Show.view(
                            "ledger/chasing_inspections",
                            views.list(actor, false, Language.of(request), reason.word(), typed));
        };
    }

    @GetMapping("/notices/inspections/{id}")
    ModelAndView inspection(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, request, "", "", "");
    }

    @PostMapping("/notices/inspections/{id}/findings")
    ModelAndView find(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = inspecting.find(actor, id, party, commitment.strip(), text);
        return answer(actor, id, answer, "found", "", text, request, after);
    }

    /// @param shown number of the last event of the finding that the reader saw
    @PostMapping("/notices/inspections/{id}/findings/{finding}/events")
    ModelAndView act(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID finding,
            @RequestParam String step,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wanted =
                java.util.Arrays.stream(Finding.Step.values())
                        .filter(s -> s.word().equals(step))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var answer = inspecting.act(actor, finding, wanted, shown, text);
        return answer(actor, id, answer, step, finding.toString(), text, request, after);
    }

    @PostMapping("/notices/inspections/{id}/closure")
    ModelAndView close(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = inspecting.close(actor, id, text);
        return answer(actor, id, answer, "closed", "", text, request, after);
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            Handling answer,
            String done,
            String finding,
            String typed,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case Handling.Done _ -> to(id, after, done);
            case Handling.Stale _ -> show(actor, id, request, "stale", finding, typed);
            case Handling.Refused(var reason) ->
                    show(actor, id, request, reason.word(), finding, typed);
        };
    }

    private static ModelAndView to(UUID id, RedirectAttributes after, String done) {
        after.addFlashAttribute(Pages.NOTICE, "chasing.inspection.done." + done);
        return new ModelAndView("redirect:/notices/inspections/" + id);
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            HttpServletRequest request,
            String error,
            String refused,
            String typed) {
        var file = inspecting.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "ledger/chasing_inspection",
                views.view(actor, file, Language.of(request), error, refused, typed));
    }
}
