package org.tongquan.ledger.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
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
import org.tongquan.ledger.planning.sheet.PlanSheets;
import org.tongquan.ledger.sheet.web.SheetFile;
import org.tongquan.ledger.sheet.web.SheetView;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;

/// A plan as a workbook, and the page that reads an edited one back.
@Controller
class SheetPages {
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
        return SheetFile.of(plan.head().title(), bytes);
    }

    @GetMapping("/plans/{id}/import")
    ModelAndView form(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return view(find(actor, id), actor, Language.of(request)).show();
    }

    @PostMapping("/plans/{id}/import")
    ModelAndView read(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var language = Language.of(request);
        var view = view(find(actor, id), actor, language);
        return view.after(sheets.read(actor, id, SheetView.bytes(file)), messages, language);
    }

    private Plan find(Actor actor, UUID id) {
        return planning.find(actor, id).orElseThrow(NotFound::new);
    }

    private SheetView view(Plan plan, Actor actor, Language language) {
        var path = "/plans/" + plan.head().id();
        var title = messages.say(language, "planning.sheet");
        return new SheetView(
                List.of(
                        new Crumb("/plans", messages.say(language, "planning.title")),
                        new Crumb(path, plan.head().title()),
                        new Crumb("", title)),
                title,
                path,
                path + ".xlsx",
                path + "/import",
                Planning.mayChange(actor, plan)
                        ? ""
                        : messages.say(language, "planning.sheet.closed"),
                List.of(),
                "");
    }
}
