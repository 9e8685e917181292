package org.tongquan.ledger.suggesting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.compact.Level;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.suggesting.Handling.Shown;
import org.tongquan.ledger.suggesting.Moderating;
import org.tongquan.ledger.suggesting.Suggestion;
import org.tongquan.ledger.suggesting.SuggestionAnswer;
import org.tongquan.ledger.suggesting.SuggestionFault;
import org.tongquan.ledger.suggesting.Wanted;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The desk: what the office looks at and a unit answers.
@Controller
class DeskPages {
    private static final String PATH = "/suggestions";

    private final Moderating moderating;
    private final SuggestViews views;
    private final Names names;

    DeskPages(Moderating moderating, SuggestViews views, Names names) {
        this.moderating = moderating;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/suggestions")
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        if (actor.region().isEmpty()) {
            throw new NotFound();
        }
        boolean office = actor.may(Power.SUPERVISE);
        var wanted =
                SuggestViews.wanted(
                        which, q, after, office ? Wanted.Which.PENDING : Wanted.Which.MINE);
        var choices =
                office
                        ? List.of(
                                Wanted.Which.PENDING,
                                Wanted.Which.OPEN,
                                Wanted.Which.ANSWERED,
                                Wanted.Which.HIDDEN,
                                Wanted.Which.ALL)
                        : List.of(Wanted.Which.MINE, Wanted.Which.OPEN, Wanted.Which.ANSWERED);
        return Show.view(
                "suggesting/desk",
                views.list(
                        actor.region(),
                        moderating.list(actor, wanted),
                        wanted,
                        PATH,
                        choices,
                        Language.of(request)));
    }

    @GetMapping("/suggestions/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, "", "", List.of(), request);
    }

    /// Shows how to reach the writer; the reading is recorded.
    @PostMapping("/suggestions/{id}/contact")
    ModelAndView contact(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var contact = moderating.contact(actor, id).orElseThrow(NotFound::new);
        return show(actor, id, contact, "", List.of(), request);
    }

    /// @param version what the page showed
    @PostMapping("/suggestions/{id}/{step}")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer =
                switch (step) {
                    case "publish" -> moderating.publish(actor, id, version);
                    case "hide" -> moderating.hide(actor, id, version, text);
                    case "assign" -> moderating.assign(actor, id, version, unit(actor, text));
                    case "link" -> moderating.link(actor, id, version, text.strip());
                    case "answer" -> moderating.answer(actor, id, version, text);
                    default -> throw new NotFound();
                };
        return switch (answer) {
            case SuggestionAnswer.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "suggesting.done");
                yield new ModelAndView("redirect:" + PATH + "/" + id);
            }
            case SuggestionAnswer.Refused(var fault) ->
                    show(actor, id, "", text, List.of(fault), request);
        };
    }

    /// The id of the unit with this name; the name itself when nobody declared it.
    private String unit(Actor actor, String name) {
        return units(actor.region(), Language.ZH).stream()
                .filter(u -> u.name().equals(name.strip()))
                .findFirst()
                .map(ResponsibleUnit::id)
                .orElse(name.strip());
    }

    private List<ResponsibleUnit> units(String region, Language language) {
        var of = names.of(region, language);
        return of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> !u.generic() && u.level() != Level.NATION)
                .toList();
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            String contact,
            String typed,
            List<SuggestionFault> faults,
            HttpServletRequest request) {
        var found = moderating.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "suggesting/moderate", desk(actor, found, contact, typed, faults, request));
    }

    private SuggestView.Desk desk(
            Actor actor,
            Suggestion found,
            String contact,
            String typed,
            List<SuggestionFault> faults,
            HttpServletRequest request) {
        var language = Language.of(request);
        var handling = found.handling();
        boolean office = actor.may(Power.SUPERVISE);
        return new SuggestView.Desk(
                views.one(actor, found, PATH, language),
                handling.version(),
                office,
                moderating.mayAnswer(actor, found),
                office && handling.shown() != Shown.PUBLISHED,
                office && handling.shown() != Shown.HIDDEN,
                office && found.hasContact(),
                contact,
                office
                        ? units(actor.region(), language).stream()
                                .map(ResponsibleUnit::name)
                                .distinct()
                                .toList()
                        : List.of(),
                typed,
                faults.stream().map(SuggestionFault::word).toList());
    }
}
