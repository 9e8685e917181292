package org.tongquan.ledger.scoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Objecting;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Scorecards of units and parties, and objections to them.
@Controller
class CardPages {
    private final Cards cards;
    private final Rankings rankings;
    private final Objecting objecting;

    CardPages(Cards cards, Rankings rankings, Objecting objecting) {
        this.cards = cards;
        this.rankings = rankings;
        this.objecting = objecting;
    }

    @GetMapping("/scores/{id}/{kind:unit|party}")
    ModelAndView card(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String of,
            HttpServletRequest request) {
        return show(actor, id, kind(kind), of, request, "");
    }

    /// @param role `lead` or `cooperating`
    @GetMapping("/scores/{id}/{kind:unit|party}/held")
    ModelAndView held(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "lead") String role,
            HttpServletRequest request) {
        return Show.view(
                "scoring/held", cards.held(actor, id, kind(kind), of, role, Language.of(request)));
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            Score.Kind kind,
            String of,
            HttpServletRequest request,
            String error) {
        return Show.view(
                "scoring/card", cards.view(actor, id, kind, of, Language.of(request), error));
    }

    @PostMapping("/scores/{id}/{kind:unit|party}/objections")
    ModelAndView object(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam String of,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var outcome = objecting.object(actor, id, kind(kind), of, fact, reason.strip());
        return switch (outcome) {
            case Evaluating.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "scoring.done.objected");
                yield new ModelAndView("redirect:/scores/" + id + "#objections");
            }
            case Evaluating.Refused(var why) ->
                    show(actor, id, kind(kind), of, request, why.word());
        };
    }

    /// @param outcome `reject`, `strike`, or `replace` by `occasion` and `days`
    @PostMapping("/scores/{id}/objections/{objection}/decision")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "ON_TIME") Occasion occasion,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var remedy =
                outcome.equals("replace")
                        ? new Objecting.Remedy(occasion, days)
                        : Objecting.Remedy.STRIKE;
        boolean upheld = !outcome.equals("reject");
        return switch (objecting.decide(actor, objection, upheld, remedy, reason.strip())) {
            case Evaluating.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "scoring.done.decided");
                yield new ModelAndView("redirect:/scores/" + id + "#objections");
            }
            case Evaluating.Refused(var why) ->
                    rankings.show(actor, id, Language.of(request), why.word(), java.util.List.of());
        };
    }

    private static Score.Kind kind(String word) {
        try {
            return Score.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
