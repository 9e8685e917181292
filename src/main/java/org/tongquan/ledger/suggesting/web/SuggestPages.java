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
import org.springframework.web.servlet.support.RequestContextUtils;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.suggesting.NewSuggestion;
import org.tongquan.ledger.suggesting.Submission;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.SuggestionFault;
import org.tongquan.ledger.suggesting.Visit;
import org.tongquan.ledger.suggesting.Wanted;
import org.tongquan.ledger.web.HomeRegion;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Show;

/// What the public sees and sends, for the region that the instance was started for.
@Controller
class SuggestPages {
    private static final String PATH = "/suggest";
    private static final String CODE = "suggestion-code";
    private static final List<Wanted.Which> CHOICES =
            List.of(Wanted.Which.ALL, Wanted.Which.OPEN, Wanted.Which.ANSWERED);

    private final Suggesting suggesting;
    private final SuggestViews views;
    private final Names names;
    private final HomeRegion home;

    SuggestPages(Suggesting suggesting, SuggestViews views, Names names, HomeRegion home) {
        this.suggesting = suggesting;
        this.views = views;
        this.names = names;
        this.home = home;
    }

    @GetMapping("/suggest")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        requireOpen();
        var wanted = SuggestViews.wanted(which, q, after, Wanted.Which.ALL);
        return Show.view(
                "suggesting/public",
                views.list(
                        home.id(),
                        suggesting.published(home.id(), wanted),
                        wanted,
                        PATH,
                        CHOICES,
                        Language.of(request)));
    }

    @GetMapping("/suggest/{id}")
    ModelAndView one(@PathVariable UUID id, HttpServletRequest request) {
        var found =
                suggesting
                        .find(id)
                        .filter(s -> s.region().equals(home.id()))
                        .orElseThrow(NotFound::new);
        return Show.view(
                "suggesting/one", views.one(Actor.PUBLIC, found, PATH, Language.of(request)));
    }

    @GetMapping("/suggest/new")
    ModelAndView form(HttpServletRequest request) {
        requireOpen();
        request.getSession(true);
        var empty = new NewSuggestion("", "", "", "");
        return form(empty, suggesting.open(), List.of(), List.of(), request);
    }

    /// Takes what was typed; when it is not taken nothing typed is lost.
    @PostMapping("/suggest/new")
    ModelAndView submit(
            Actor actor,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String website,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "false") boolean confirmed,
            HttpServletRequest request,
            RedirectAttributes after) {
        requireOpen();
        var sent = new NewSuggestion(category, title, text, contact);
        var visit = new Visit(request.getRemoteAddr(), mark, website, confirmed);
        return switch (suggesting.submit(actor, home.id(), sent, visit)) {
            case Submission.Filed(_, var code) -> {
                after.addFlashAttribute(CODE, code);
                yield new ModelAndView("redirect:/suggest/receipt");
            }
            case Submission.Alike(var likes) -> form(sent, mark, likes, List.of(), request);
            case Submission.Refused(var faults) ->
                    form(
                            sent,
                            faults.contains(SuggestionFault.EXPIRED) ? suggesting.open() : mark,
                            List.of(),
                            faults,
                            request);
        };
    }

    private ModelAndView form(
            NewSuggestion sent,
            String mark,
            List<Submission.Like> likes,
            List<SuggestionFault> faults,
            HttpServletRequest request) {
        var of = names.of(home.id(), Language.of(request));
        return Show.view(
                "suggesting/form",
                new SuggestView.Form(
                        mark,
                        sent.category(),
                        sent.title(),
                        sent.text(),
                        sent.contact(),
                        of.compact().categories().stream()
                                .map(c -> new Option(c.id(), of.category(c.id())))
                                .toList(),
                        likes.stream()
                                .map(
                                        l ->
                                                new SuggestView.Like(
                                                        PATH + "/" + l.id(),
                                                        l.title(),
                                                        l.percent()))
                                .toList(),
                        faults.stream().map(SuggestionFault::word).toList()));
    }

    /// Shows the code once, right after it was given.
    @GetMapping("/suggest/receipt")
    ModelAndView receipt(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null || !(flash.get(CODE) instanceof String code)
                ? new ModelAndView("redirect:/suggest")
                : Show.view("suggesting/receipt", new SuggestView.Receipt(code));
    }

    @GetMapping("/suggest/track")
    ModelAndView track(HttpServletRequest request) {
        requireOpen();
        request.getSession(true);
        return Show.view("suggesting/track", new SuggestView.Track(false, List.of()));
    }

    /// The code comes in the form, so that no address holds it.
    @PostMapping("/suggest/track")
    ModelAndView tracked(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        requireOpen();
        var language = Language.of(request);
        var found =
                suggesting.track(home.id(), code).stream()
                        .map(s -> views.one(Actor.PUBLIC, s, "", language))
                        .toList();
        return Show.view("suggesting/track", new SuggestView.Track(true, found));
    }

    private void requireOpen() {
        if (!suggesting.takes(home.id())) {
            throw new NotFound();
        }
    }
}
