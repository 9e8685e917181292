package org.tongquan.ledger.template.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.document.PdfRenderer;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.template.Preview;
import org.tongquan.ledger.template.TemplateAnswer;
import org.tongquan.ledger.template.TemplateFault;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;
import org.tongquan.ledger.template.Wording;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Templates: list them, edit one, preview it, take an older version back into use.
@Controller
class TemplatePages {
    private static final String PATH = "/templates";

    private final Templating templating;
    private final TemplateViews views;
    private final Names names;
    private final Ledger ledger;
    private final List<Preview> previews;

    TemplatePages(
            Templating templating,
            TemplateViews views,
            Names names,
            Ledger ledger,
            List<Preview> previews) {
        this.templating = templating;
        this.views = views;
        this.names = names;
        this.ledger = ledger;
        this.previews = List.copyOf(previews);
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        var items =
                Arrays.stream(TemplateKind.values())
                        .map(k -> views.item(templating.current(actor, k), of))
                        .toList();
        return Show.view("template/list", new TemplatesView(items, templating.mayEdit(actor)));
    }

    /// @param version whose text stands in the form; the one in use when none is named
    @GetMapping(PATH + "/{kind}")
    ModelAndView one(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest request) {
        var of = kind(kind);
        var now = templating.current(actor, of);
        var loaded =
                version < 0 ? now : templating.find(actor, of, version).orElseThrow(NotFound::new);
        var typed = new TemplateViews.Typed(now.version(), loaded.version(), loaded.text());
        return show(actor, of, typed, List.of(), null, request);
    }

    /// @param shown version that the form was filled in on
    @PostMapping(PATH + "/{kind}")
    ModelAndView save(
            Actor actor,
            @PathVariable String kind,
            @RequestParam int shown,
            @RequestParam String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var of = kind(kind);
        return answer(actor, of, text, templating.save(actor, of, shown, text), request, after);
    }

    @PostMapping(PATH + "/{kind}/versions/{version}")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable String kind,
            @PathVariable int version,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        var of = kind(kind);
        var text = templating.find(actor, of, version).orElseThrow(NotFound::new).text();
        var answer = templating.takeBack(actor, of, shown, version);
        return answer(actor, of, text, answer, request, after);
    }

    /// The text as a document, with the figures of today where an area has them, else with made-up
    /// values; its faults instead when it has any.
    @PostMapping(PATH + "/{kind}/preview")
    Object preview(
            Actor actor,
            @PathVariable String kind,
            @RequestParam int shown,
            @RequestParam String text,
            HttpServletRequest request) {
        var of = kind(kind);
        if (!templating.mayEdit(actor)) {
            throw new Forbidden("template.forbidden");
        }
        var faults = Wording.of(of, text).faults();
        if (!faults.isEmpty()) {
            var typed = new TemplateViews.Typed(shown, -1, text);
            return show(actor, of, typed, faults, null, request);
        }
        var wording = Wording.of(of, text);
        var document =
                previews.stream()
                        .flatMap(p -> p.draw(actor, of, wording).stream())
                        .findFirst()
                        .orElseGet(() -> templating.example(of, text, ledger.today()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
                .body(new PdfRenderer().render(document));
    }

    private ModelAndView answer(
            Actor actor,
            TemplateKind kind,
            String text,
            TemplateAnswer answer,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case TemplateAnswer.Saved _ -> back(kind, after, "template.saved");
            case TemplateAnswer.Same _ -> back(kind, after, "template.same");
            case TemplateAnswer.Stale(var now) ->
                    show(
                            actor,
                            kind,
                            new TemplateViews.Typed(now.version(), -1, text),
                            List.of(),
                            now,
                            request);
            case TemplateAnswer.Faulty(var faults) -> {
                var version = templating.current(actor, kind).version();
                var typed = new TemplateViews.Typed(version, -1, text);
                yield show(actor, kind, typed, faults, null, request);
            }
            case TemplateAnswer.NotYours _ -> throw new Forbidden("template.forbidden");
            case TemplateAnswer.NotFound _ -> throw new NotFound();
        };
    }

    private static ModelAndView back(TemplateKind kind, RedirectAttributes after, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:" + PATH + "/" + kind.word());
    }

    private static TemplateKind kind(String word) {
        return TemplateKind.of(word).orElseThrow(NotFound::new);
    }

    private ModelAndView show(
            Actor actor,
            TemplateKind kind,
            TemplateViews.Typed typed,
            List<TemplateFault> faults,
            org.tongquan.ledger.template.@org.jspecify.annotations.Nullable Template theirs,
            HttpServletRequest request) {
        var of = names.of(actor.region(), Language.of(request));
        return Show.view("template/edit", views.view(actor, kind, typed, faults, theirs, of));
    }
}
