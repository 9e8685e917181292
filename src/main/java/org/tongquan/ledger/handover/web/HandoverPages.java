package org.tongquan.ledger.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.handover.Handed;
import org.tongquan.ledger.handover.HandingOver;
import org.tongquan.ledger.handover.Succession;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Who holds duties, who is gone, and the form that hands over.
@Controller
class HandoverPages {
    private static final String PATH = "/handover";
    private static final int ORDER = 49;

    private final HandingOver handingOver;
    private final Names names;
    private final Messages messages;

    HandoverPages(HandingOver handingOver, Names names, Messages messages) {
        this.handingOver = handingOver;
        this.names = names;
        this.messages = messages;
    }

    @Bean
    static MenuEntry handoverEntry() {
        return new MenuEntry(ORDER, PATH, "handover.menu", a -> a.may(Power.ASSIGN));
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor, @RequestParam(defaultValue = "") String from, HttpServletRequest request) {
        return show(actor, Language.of(request), from, "", "", "");
    }

    @PostMapping(PATH)
    ModelAndView handOver(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (handingOver.handOver(actor, from, to, reason)) {
            case Handed.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "handover.done");
                yield new ModelAndView("redirect:" + PATH);
            }
            case Handed.Refused(var why) ->
                    show(actor, Language.of(request), from, to, reason, why.word());
        };
    }

    private ModelAndView show(
            Actor actor, Language language, String from, String to, String reason, String error) {
        if (!actor.may(Power.ASSIGN)) {
            throw new Forbidden("handover.forbidden");
        }
        var of = names.of(actor.region(), language);
        var holders = handingOver.holders(actor);
        var rows =
                holders.stream()
                        .map(
                                h ->
                                        new HandoverView.Row(
                                                h.unit(),
                                                of.body(h.unit()),
                                                h.led(),
                                                h.cooperated(),
                                                h.cases(),
                                                h.gone()))
                        .toList();
        return Show.view(
                "handover/units",
                new HandoverView(
                        List.of(
                                new Crumb("/ledger", messages.say(language, "ledger.menu.ledger")),
                                new Crumb("", messages.say(language, "handover.title"))),
                        rows,
                        holders.stream().filter(HandingOver.Holder::gone).count(),
                        rows.stream().map(r -> new Option(r.id(), r.unit())).toList(),
                        takers(of),
                        from,
                        to,
                        reason,
                        handingOver.list(actor).stream().map(s -> item(s, of)).toList(),
                        error));
    }

    private static List<Option> takers(Names.Of of) {
        return of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> !u.generic())
                .map(u -> new Option(u.id(), u.name()))
                .toList();
    }

    private static HandoverView.Item item(Succession one, Names.Of of) {
        return new HandoverView.Item(
                of.body(one.from()),
                of.body(one.to()),
                one.on().toString(),
                one.reason(),
                of.body(one.body()));
    }
}
