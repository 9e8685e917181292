package org.tongquan.ledger.views.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.views.ListedPage;
import org.tongquan.ledger.views.SavedView;
import org.tongquan.ledger.views.SavedViews;
import org.tongquan.ledger.views.Saving;
import org.tongquan.site.Forbidden;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Keeping a view, and the page on which views are shared, chosen and removed.
@Controller
class ViewPages {
    private final SavedViews views;

    ViewPages(SavedViews views) {
        this.views = views;
    }

    @GetMapping("/views")
    ModelAndView list(Actor actor) {
        return show(actor, "");
    }

    private ModelAndView show(Actor actor, String error) {
        if (actor.region().isEmpty()) {
            throw new Forbidden("views.forbidden");
        }
        return Show.view(
                "views/list",
                new ViewsView(
                        views.list(actor).stream().map(ViewPages::row).toList(),
                        SavedViews.MOST,
                        error));
    }

    private static ViewsView.Row row(SavedView view) {
        return new ViewsView.Row(
                view.id().toString(),
                view.page().word(),
                view.name(),
                view.href(),
                view.own(),
                view.shared(),
                view.usual());
    }

    @PostMapping("/views")
    ModelAndView save(
            Actor actor,
            @RequestParam String page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes after) {
        var listed = ListedPage.find(page).orElseThrow(NotFound::new);
        return switch (views.save(actor, listed, name, filter, shared)) {
            case Saving.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "views.saved");
                yield new ModelAndView("redirect:" + listed.path() + "?" + listed.filter(filter));
            }
            case Saving.Refused(var reason) -> show(actor, reason.word());
        };
    }

    @PostMapping("/views/{id}/usual")
    ModelAndView choose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam boolean usual,
            RedirectAttributes after) {
        return answered(actor, views.choose(actor, id, usual), after);
    }

    @PostMapping("/views/{id}/shared")
    ModelAndView share(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam boolean shared,
            RedirectAttributes after) {
        return answered(actor, views.share(actor, id, shared), after);
    }

    @PostMapping("/views/{id}/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        return answered(actor, views.remove(actor, id), after);
    }

    private ModelAndView answered(Actor actor, Saving saving, RedirectAttributes after) {
        return switch (saving) {
            case Saving.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "views.changed");
                yield new ModelAndView("redirect:/views");
            }
            case Saving.Refused(var reason) -> show(actor, reason.word());
        };
    }
}
