package org.tongquan.ledger.measuring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.measuring.sheet.MeasureSheets;
import org.tongquan.ledger.sheet.web.SheetFile;
import org.tongquan.ledger.sheet.web.SheetView;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// All values as a workbook, and the page that reads an edited one back.
@Controller
class ValuePages {
    private static final String LIST = "/indicators";

    private final MeasureSheets sheets;
    private final Messages messages;

    ValuePages(MeasureSheets sheets, Messages messages) {
        this.sheets = sheets;
        this.messages = messages;
    }

    @GetMapping("/indicators.xlsx")
    ResponseEntity<byte[]> export(Actor actor) {
        return SheetFile.of(sheets.export(actor));
    }

    @GetMapping("/indicators/import")
    ModelAndView form(Actor actor, HttpServletRequest request) {
        return view(actor, Language.of(request)).show();
    }

    @PostMapping("/indicators/import")
    ModelAndView read(Actor actor, @RequestParam MultipartFile file, HttpServletRequest request)
            throws IOException {
        var language = Language.of(request);
        var imported = sheets.read(actor, SheetView.bytes(file));
        return view(actor, language).after(imported, messages, language);
    }

    private SheetView view(Actor actor, Language language) {
        var title = messages.say(language, "measuring.sheet");
        return new SheetView(
                List.of(
                        new Crumb(LIST, messages.say(language, "measuring.title")),
                        new Crumb("", title)),
                title,
                LIST,
                LIST + ".xlsx",
                LIST + "/import",
                sheets.mayImport(actor) ? "" : messages.say(language, "measuring.sheet.closed"),
                List.of(),
                "");
    }
}
