package org.tongquan.ledger.scoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.document.DocxRenderer;
import org.tongquan.document.OfdRenderer;
import org.tongquan.document.PdfRenderer;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.paper.web.PaperFile;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Evaluations: the list, one with its ranking, and what may be done with it.
@Controller
class EvaluationPages {
    private static final int YEARS = 4;

    private final Scoring scoring;
    private final Rankings rankings;
    private final Ledger ledger;
    private final Names names;
    private final ScoreNames words;

    EvaluationPages(
            Scoring scoring, Rankings rankings, Ledger ledger, Names names, ScoreNames words) {
        this.scoring = scoring;
        this.rankings = rankings;
        this.ledger = ledger;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/scores")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return list(actor, request, "");
    }

    private ModelAndView list(Actor actor, HttpServletRequest request, String error) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var spans = new ArrayList<Option>();
        Span.ended(ledger.today(), YEARS)
                .forEach(s -> spans.add(new Option(s.name(), words.span(language, s))));
        return Show.view(
                "scoring/evaluations",
                new EvaluationsView(
                        scoring.list(actor, actor.region()).stream()
                                .map(e -> words.item(e, of))
                                .toList(),
                        scoring.mayDrawUp(actor),
                        spans,
                        error));
    }

    @PostMapping("/scores")
    ModelAndView drawUp(
            Actor actor,
            @RequestParam String span,
            HttpServletRequest request,
            RedirectAttributes after) {
        var asked = Span.of(span);
        if (asked.isEmpty()) {
            return list(actor, request, Evaluating.Reason.SPAN.word());
        }
        return switch (scoring.drawUp(actor, actor.region(), asked.get())) {
            case Evaluating.Done(var id) -> {
                after.addFlashAttribute(Pages.NOTICE, "scoring.done.drawn");
                yield new ModelAndView("redirect:/scores/" + id);
            }
            case Evaluating.Refused(var reason) -> list(actor, request, reason.word());
        };
    }

    @GetMapping("/scores/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return rankings.show(actor, id, Language.of(request), "", List.of());
    }

    @PostMapping("/scores/{id}/publication")
    ModelAndView publish(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        return after(actor, id, request, after, "published", () -> scoring.publish(actor, id));
    }

    @PostMapping("/scores/{id}/end")
    ModelAndView finish(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int run,
            HttpServletRequest request,
            RedirectAttributes after) {
        return after(actor, id, request, after, "finished", () -> scoring.finish(actor, id, run));
    }

    @PostMapping("/scores/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        return after(
                actor,
                id,
                request,
                after,
                "withdrawn",
                () -> scoring.withdraw(actor, id, reason.strip()));
    }

    private ModelAndView after(
            Actor actor,
            UUID id,
            HttpServletRequest request,
            RedirectAttributes after,
            String done,
            Supplier<Evaluating> work) {
        return switch (work.get()) {
            case Evaluating.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "scoring.done." + done);
                yield new ModelAndView("redirect:/scores/" + id);
            }
            case Evaluating.Refused(var reason) ->
                    rankings.show(actor, id, Language.of(request), reason.word(), List.of());
        };
    }

    /// Counts an evaluation again: from what was kept, and from the ledger as known then.
    @PostMapping("/scores/{id}/recount")
    ModelAndView recount(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        var recount = scoring.recount(actor, id).orElseThrow(NotFound::new);
        if (recount.same() || !recount.sameOutcome()) {
            after.addFlashAttribute(
                    Pages.NOTICE,
                    recount.same() ? "scoring.recounted.same" : "scoring.recounted.other");
            return new ModelAndView("redirect:/scores/" + id);
        }
        return rankings.show(actor, id, Language.of(request), "", recount.changed());
    }

    @GetMapping("/scores/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        var document = scoring.bulletin(actor, id).orElseThrow(NotFound::new);
        return PaperFile.PDF.of(id, new PdfRenderer().render(document));
    }

    @GetMapping("/scores/{id}.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable UUID id) {
        var document = scoring.bulletin(actor, id).orElseThrow(NotFound::new);
        return PaperFile.DOCX.of(id, new DocxRenderer().render(document));
    }

    @GetMapping("/scores/{id}.ofd")
    ResponseEntity<byte[]> ofd(Actor actor, @PathVariable UUID id) {
        var document = scoring.bulletin(actor, id).orElseThrow(NotFound::new);
        return PaperFile.OFD.of(id, new OfdRenderer().render(document));
    }
}
