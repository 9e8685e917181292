package org.tongquan.ledger.chiefs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chiefs.ChiefAnswer;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.chiefs.NewCharge;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Objects and their chiefs: look at them, record one, name a chief, change its terms.
@Controller
class ChiefPages {
    private static final int ORDER = 48;

    private final Chiefs chiefs;
    private final ChiefViews views;
    private final Ledger ledger;

    ChiefPages(Chiefs chiefs, ChiefViews views, Ledger ledger) {
        this.chiefs = chiefs;
        this.views = views;
        this.ledger = ledger;
    }

    @Bean
    static MenuEntry chiefsEntry() {
        return new MenuEntry(ORDER, "/chiefs", "chiefs.menu", a -> !a.region().isEmpty());
    }

    @GetMapping("/chiefs")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return Show.view("chiefs/list", views.list(actor, Language.of(request)));
    }

    @GetMapping("/chiefs/new")
    ModelAndView form(
            Actor actor,
            @RequestParam(defaultValue = "") String commitment,
            HttpServletRequest request) {
        requireMayName(actor);
        var today = ledger.today().toString();
        var typed = new ChiefsView.Typed("", "", "", "", "", "", "", commitment, today, "", "");
        return Show.view("chiefs/new", views.form(actor, Language.of(request), typed, ""));
    }

    @PostMapping("/chiefs")
    ModelAndView register(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "bay") String kind,
            @RequestParam(defaultValue = "") String zh,
            @RequestParam(defaultValue = "") String en,
            @RequestParam(defaultValue = "") String postZh,
            @RequestParam(defaultValue = "") String postEn,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String duties,
            HttpServletRequest request,
            RedirectAttributes after) {
        requireMayName(actor);
        var terms =
                new NewCharge.NewTerms(
                        from,
                        false,
                        new Text(postZh, postEn),
                        duties.lines().toList(),
                        ChiefWords.sent(rhythm),
                        List.of(),
                        "");
        var filed = new NewCharge(party, kind(kind), new Text(zh, en), commitment, basis, terms);
        return switch (chiefs.register(actor, filed)) {
            case ChiefAnswer.Done(var id, _) -> to(id, after, "registered");
            case ChiefAnswer.Stale _ -> throw new NotFound();
            case ChiefAnswer.Refused(var reason) -> {
                var typed =
                        new ChiefsView.Typed(
                                party,
                                kind,
                                zh,
                                en,
                                postZh,
                                postEn,
                                basis,
                                commitment,
                                from.toString(),
                                rhythm,
                                duties);
                yield Show.view(
                        "chiefs/new",
                        views.form(actor, Language.of(request), typed, reason.word()));
            }
        };
    }

    private static Chief.Kind kind(String word) {
        return Arrays.stream(Chief.Kind.values())
                .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @GetMapping("/chiefs/{id}")
    ModelAndView charge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rhythm,
            HttpServletRequest request) {
        return show(actor, id, ChiefViews.asked(rhythm), "", request);
    }

    @PostMapping("/chiefs/{id}/holders")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var filed = new NewCharge.NewHolding(from, holder, deputy, unit, reason);
        return answer(
                actor, id, chiefs.appoint(actor, id, version, filed), "named", request, after);
    }

    /// @param ended whether the object ends on that day
    @PostMapping("/chiefs/{id}/terms")
    ModelAndView revise(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "") String postZh,
            @RequestParam(defaultValue = "") String postEn,
            @RequestParam(defaultValue = "") String duties,
            @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(name = "unit", required = false) @Nullable List<String> units,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var filed =
                new NewCharge.NewTerms(
                        from,
                        ended,
                        new Text(postZh, postEn),
                        duties.lines().toList(),
                        ChiefWords.sent(rhythm),
                        units == null ? List.of() : units,
                        reason);
        var answer = chiefs.revise(actor, id, version, filed);
        return answer(actor, id, answer, ended ? "ended" : "revised", request, after);
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            ChiefAnswer answer,
            String done,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case ChiefAnswer.Done _ -> to(id, after, done);
            case ChiefAnswer.Stale _ -> show(actor, id, "", "stale", request);
            case ChiefAnswer.Refused(var reason) -> show(actor, id, "", reason.word(), request);
        };
    }

    private static ModelAndView to(UUID id, RedirectAttributes after, String done) {
        after.addFlashAttribute(Pages.NOTICE, "chiefs.done." + done);
        return new ModelAndView("redirect:/chiefs/" + id);
    }

    private ModelAndView show(
            Actor actor, UUID id, String asked, String error, HttpServletRequest request) {
        var file = chiefs.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "chiefs/charge", views.charge(actor, file, asked, error, Language.of(request)));
    }

    private void requireMayName(Actor actor) {
        if (!chiefs.mayName(actor)) {
            throw new Forbidden("chiefs.forbidden");
        }
    }
}
