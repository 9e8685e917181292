package org.tongquan.ledger.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.planning.sheet.CellFault;
import org.tongquan.ledger.planning.sheet.Imported;
import org.tongquan.ledger.planning.sheet.PlanSheets;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// A plan as a workbook, and the page that reads an edited one back.
@Controller
class SheetPages {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PlanSheets sheets;
    private final Planning planning;
    private final Messages messages;

    SheetPages(PlanSheets sheets, Planning planning, Messages messages) {
        this.sheets = sheets;
        this.planning = planning;
        this.messages = messages;
    }

    @GetMapping("/plans/{id}.xlsx")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable UUID id) {
        var plan = find(actor, id);
        var bytes = sheets.export(actor, id).orElseThrow(NotFound::new);
        var named =
                ContentDisposition.attachment()
                        .filename(plan.head().title() + ".xlsx", StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(bytes);
    }

    @GetMapping("/plans/{id}/import")
    ModelAndView form(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(find(actor, id), actor, request, List.of(), "");
    }

    @PostMapping("/plans/{id}/import")
    ModelAndView read(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var plan = find(actor, id);
        // one byte more than allowed is enough to be told that it is too large
        var bytes = file.getInputStream().readNBytes(PlanSheets.MOST_BYTES + 1);
        return switch (sheets.read(actor, id, bytes)) {
            case Imported.Done(int changed, int added, int same) ->
                    show(
                            plan,
                            actor,
                            request,
                            List.of(),
                            messages.say(
                                    Language.of(request),
                                    "planning.sheet.done",
                                    changed,
                                    added,
                                    same));
            case Imported.Rejected(var faults) ->
                    show(plan, actor, request, lines(faults, Language.of(request)), "");
            case Imported.Refused(var fault) ->
                    show(
                            plan,
                            actor,
                            request,
                            List.of(
                                    new SheetView.Line(
                                            "",
                                            messages.say(
                                                    Language.of(request),
                                                    "planning.fault." + fault.word()))),
                            "");
        };
    }

    private List<SheetView.Line> lines(List<CellFault> faults, Language language) {
        var lines = new ArrayList<SheetView.Line>();
        for (var fault : faults) {
            var plan = fault.fault();
            var words =
                    plan == null
                            ? messages.say(
                                    language,
                                    "planning.sheet." + fault.what().word(),
                                    fault.value())
                            : messages.say(language, "planning.fault." + plan.word());
            lines.add(new SheetView.Line(fault.cell(), words));
        }
        return lines;
    }

    private Plan find(Actor actor, UUID id) {
        return planning.find(actor, id).orElseThrow(NotFound::new);
    }

    private ModelAndView show(
            Plan plan,
            Actor actor,
            HttpServletRequest request,
            List<SheetView.Line> faults,
            String done) {
        var language = Language.of(request);
        return Show.view(
                "planning/sheet",
                new SheetView(
                        List.of(
                                new Crumb("/plans", messages.say(language, "planning.title")),
                                new Crumb("/plans/" + plan.head().id(), plan.head().title()),
                                new Crumb("", messages.say(language, "planning.sheet"))),
                        "/plans/" + plan.head().id(),
                        Planning.mayChange(actor, plan),
                        faults,
                        done));
    }
}
