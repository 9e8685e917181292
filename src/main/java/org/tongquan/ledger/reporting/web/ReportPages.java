package org.tongquan.ledger.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.paper.web.PaperFile;
import org.tongquan.ledger.reporting.Issued;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Reports: issue the ledger of a day as a document, and fetch what was issued.
@Controller
class ReportPages {
    private final Reporting reporting;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    ReportPages(Reporting reporting, Ledger ledger, Names names, Messages messages) {
        this.reporting = reporting;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/reports")
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return show(actor, request, "");
    }

    @PostMapping("/reports")
    ModelAndView issue(
            Actor actor,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String recipients,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wish =
                new Reporting.Wish(
                        day, title.strip(), number.strip(), recipients.strip(), kind(kind, day));
        return switch (reporting.issue(actor, actor.region(), wish)) {
            case Issuing.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "ledger.issue.done");
                yield new ModelAndView("redirect:/reports");
            }
            case Issuing.Refused(var reason) -> show(actor, request, reason.word());
        };
    }

    /// The day suggests one where none was chosen.
    private static TemplateKind kind(String word, LocalDate day) {
        return TemplateKind.of(word)
                .filter(k -> k == TemplateKind.HALF_YEAR || k == TemplateKind.ANNUAL)
                .orElse(TemplateKind.report(day));
    }

    /// Counts an issued report again, as of its day.
    @PostMapping("/reports/{id}/recount")
    ModelAndView recount(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        boolean same = reporting.recount(actor, id).orElseThrow(NotFound::new);
        after.addFlashAttribute(
                Pages.NOTICE,
                same ? "ledger.issue.recounted.same" : "ledger.issue.recounted.other");
        return new ModelAndView("redirect:/reports");
    }

    @GetMapping("/reports/{id}.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable UUID id) {
        var bytes = reporting.docx(actor, id).orElseThrow(NotFound::new);
        return PaperFile.DOCX.of(id, bytes);
    }

    @GetMapping("/reports/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        var bytes = reporting.pdf(actor, id).orElseThrow(NotFound::new);
        return PaperFile.PDF.of(id, bytes);
    }

    @GetMapping("/reports/{id}.ofd")
    ResponseEntity<byte[]> ofd(Actor actor, @PathVariable UUID id) {
        return PaperFile.OFD.of(id, reporting.ofd(actor, id).orElseThrow(NotFound::new));
    }

    private ModelAndView show(Actor actor, HttpServletRequest request, String error) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var year = ledger.today().getYear();
        return Show.view(
                "ledger/reports",
                new ReportsView(
                        reporting.list(actor, actor.region()).stream()
                                .map(i -> item(i, of))
                                .toList(),
                        actor.may(Power.ISSUE_REPORT),
                        ledger.today().toString(),
                        messages.say(
                                Language.ZH,
                                "ledger.issue.title",
                                names.of(actor.region(), Language.ZH).region(),
                                Integer.toString(year)),
                        "",
                        "",
                        error));
    }

    private static ReportsView.Item item(Issued issued, Names.Of of) {
        return new ReportsView.Item(
                issued.id().toString(),
                issued.title(),
                issued.number(),
                issued.asOf().toString(),
                Moments.of(issued.at()),
                of.body(issued.body()),
                issued.simulated(),
                issued.sha256());
    }
}
