package org.tongquan.ledger.hooks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.hooks.Delivery;
import org.tongquan.ledger.hooks.Hook;
import org.tongquan.ledger.hooks.Hooking;
import org.tongquan.ledger.hooks.Hooks;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The webhooks of the acting body.
@Controller
class HookPages {
    private final Hooks hooks;
    private final Names names;

    HookPages(Hooks hooks, Names names) {
        this.hooks = hooks;
        this.names = names;
    }

    @GetMapping("/hooks")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return list(actor, request, "", "", "", "");
    }

    @PostMapping("/hooks")
    ModelAndView make(
            Actor actor,
            @RequestParam String url,
            @RequestParam(defaultValue = "") String types,
            HttpServletRequest request) {
        return switch (hooks.make(actor, url, types)) {
            case Hooking.Made(_, var secret) -> list(actor, request, secret, "", "", "");
            case Hooking.Done _ -> list(actor, request);
            case Hooking.Refused(var reason) -> {
                var key = "hooks.refused." + reason.word();
                var page = list(actor, request, "", key, url, types);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    @GetMapping("/hooks/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        var hook = hooks.find(actor, id).orElseThrow(NotFound::new);
        var sent =
                hooks.deliveries(actor, id).stream()
                        .map(d -> sent(d, hook.endedAt() == null))
                        .toList();
        return Show.view("ledger/hook", new HooksView.One(row(hook), sent));
    }

    @PostMapping("/hooks/{id}/end")
    ModelAndView end(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        return back(hooks.end(actor, id), "hooks.ended", "/hooks", after);
    }

    @PostMapping("/hooks/{id}/deliveries/{told}/again")
    ModelAndView again(
            Actor actor, @PathVariable UUID id, @PathVariable UUID told, RedirectAttributes after) {
        return back(hooks.again(actor, id, told), "hooks.again.done", "/hooks/" + id, after);
    }

    private static ModelAndView back(
            Hooking outcome, String notice, String path, RedirectAttributes after) {
        boolean done = outcome instanceof Hooking.Done;
        after.addFlashAttribute(Pages.NOTICE, done ? notice : "hooks.refused.not-found");
        return new ModelAndView("redirect:" + path);
    }

    private ModelAndView list(
            Actor actor,
            HttpServletRequest request,
            String secret,
            String refused,
            String url,
            String types) {
        var of = names.find(actor.region(), Language.of(request));
        return Show.view(
                "ledger/hooks",
                new HooksView(
                        of.map(n -> n.body(actor.body())).orElse(actor.body()),
                        hooks.list(actor).stream().map(HookPages::row).toList(),
                        hooks.mayHave(actor),
                        secret,
                        refused,
                        url,
                        types));
    }

    private static HooksView.Row row(Hook hook) {
        var ended = hook.endedAt();
        return new HooksView.Row(
                hook.id().toString(),
                hook.url(),
                hook.types(),
                Moments.of(hook.madeAt()),
                ended == null ? "" : Moments.of(ended));
    }

    private static HooksView.Sent sent(Delivery delivery, boolean inUse) {
        var state = delivery.state();
        boolean waits = state == Delivery.State.WAITING;
        return new HooksView.Sent(
                delivery.told().toString(),
                delivery.type(),
                Moments.of(delivery.toldAt()),
                "hooks.state." + state.word(),
                waits ? "yellow" : state == Delivery.State.DELIVERED ? "green" : "red",
                delivery.attempts(),
                delivery.status(),
                delivery.fault(),
                waits && inUse ? Moments.of(delivery.nextAt()) : "",
                !waits && inUse);
    }
}
