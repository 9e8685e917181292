package org.tongquan.ledger.chasing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
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
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.ledger.paper.web.PaperFile;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Notices: list them, look at one, take its next step, issue some, fetch the document.
@Controller
class NoticePages {
    private static final int ORDER = 35;

    private final Chasing chasing;
    private final NoticeViews views;
    private final NewNoticeViews newViews;

    NoticePages(Chasing chasing, NoticeViews views, NewNoticeViews newViews) {
        this.chasing = chasing;
        this.views = views;
        this.newViews = newViews;
    }

    @Bean
    static MenuEntry chasingEntry() {
        return new MenuEntry(ORDER, "/notices", "chasing.menu", a -> !a.region().isEmpty());
    }

    @GetMapping("/notices")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var query = new NoticeViews.NoticeQuery(party, state, scope, overdue, after);
        return Show.view("ledger/chasing_notices", views.list(actor, query, Language.of(request)));
    }

    /// One item by its address, or all red ones to choose from.
    @GetMapping("/notices/new")
    ModelAndView choose(
            Actor actor,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        if (!chasing.mayIssue(actor, party)) {
            throw new Forbidden("chasing.forbidden");
        }
        var asked = new NewNoticeViews.Asked(commitment, party, after);
        return Show.view("ledger/chasing_new", newViews.form(actor, asked, Language.of(request)));
    }

    @PostMapping("/notices")
    ModelAndView issue(
            Actor actor,
            @RequestParam(name = "item", required = false) List<String> items,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        if (!chasing.mayIssue(actor, "")) {
            throw new Forbidden("chasing.forbidden");
        }
        var targets = targets(items == null ? List.of() : items);
        var answers = chasing.issue(actor, targets, text);
        if (targets.isEmpty() && answers.getFirst() instanceof Handling.Refused(var reason)) {
            var asked = new NewNoticeViews.Asked("", "", "");
            return Show.view(
                    "ledger/chasing_new",
                    newViews.form(actor, asked, text, reason.word(), Language.of(request)));
        }
        boolean all = answers.stream().allMatch(a -> a instanceof Handling.Done);
        if (all) {
            after.addFlashAttribute(Pages.NOTICE, "chasing.issued");
            return new ModelAndView(
                    answers.getFirst() instanceof Handling.Done(var id, _) && answers.size() == 1
                            ? "redirect:/notices/" + id
                            : "redirect:/notices");
        }
        return Show.view(
                "ledger/chasing_new",
                newViews.answered(actor, targets, answers, text, Language.of(request)));
    }

    private static List<Chasing.Target> targets(List<String> items) {
        var targets = new ArrayList<Chasing.Target>();
        for (var item : items) {
            int tilde = item.indexOf('~');
            if (tilde > 0) {
                targets.add(
                        new Chasing.Target(item.substring(0, tilde), item.substring(tilde + 1)));
            }
        }
        return targets.stream().distinct().toList();
    }

    @GetMapping("/notices/{id}")
    ModelAndView notice(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, find(actor, id), request, "", "");
    }

    /// @param shown number of the last event that the reader saw
    @PostMapping("/notices/{id}/events")
    ModelAndView act(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (chasing.act(actor, id, step(step), shown, text)) {
            case Handling.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "chasing.done." + step);
                yield new ModelAndView("redirect:/notices/" + id);
            }
            case Handling.Stale _ -> show(actor, find(actor, id), request, "stale", text);
            case Handling.Refused(var reason) ->
                    show(actor, find(actor, id), request, reason.word(), text);
        };
    }

    private static Step step(String word) {
        for (var step : Step.values()) {
            if (step.word().equals(word.toLowerCase(Locale.ROOT))) {
                return step;
            }
        }
        throw new NotFound();
    }

    @GetMapping("/notices/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        var document = chasing.document(actor, id).orElseThrow(NotFound::new);
        return PaperFile.PDF.of(document.number(), new PdfRenderer().render(document));
    }

    @GetMapping("/notices/{id}.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable UUID id) {
        var document = chasing.document(actor, id).orElseThrow(NotFound::new);
        return PaperFile.DOCX.of(document.number(), new DocxRenderer().render(document));
    }

    @GetMapping("/notices/{id}.ofd")
    ResponseEntity<byte[]> ofd(Actor actor, @PathVariable UUID id) {
        var document = chasing.document(actor, id).orElseThrow(NotFound::new);
        return PaperFile.OFD.of(document.number(), new OfdRenderer().render(document));
    }

    private Notice.File find(Actor actor, UUID id) {
        return chasing.find(actor, id).orElseThrow(NotFound::new);
    }

    private ModelAndView show(
            Actor actor, Notice.File file, HttpServletRequest request, String error, String typed) {
        return Show.view(
                "ledger/chasing_notice",
                views.view(actor, file, Language.of(request), error, typed));
    }
}
