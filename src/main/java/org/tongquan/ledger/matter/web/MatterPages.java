package org.tongquan.ledger.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.matter.MatterAnswer;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Major matters: report one, list them, look at one, take its next step.
@Controller
class MatterPages {
    private static final int ORDER = 46;

    private final Alerting alerting;
    private final MatterViews views;

    MatterPages(Alerting alerting, MatterViews views) {
        this.alerting = alerting;
        this.views = views;
    }

    @Bean
    static MenuEntry mattersEntry() {
        return new MenuEntry(ORDER, "/matters", "matter.menu", a -> !a.region().isEmpty());
    }

    @GetMapping("/matters")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean open,
            HttpServletRequest request) {
        return Show.view(
                "meeting/matters",
                views.list(
                        actor,
                        open,
                        Language.of(request),
                        "",
                        MattersView.Typed.nothing(alerting.open())));
    }

    @PostMapping("/matters")
    ModelAndView report(
            Actor actor,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String happened,
            @RequestParam(defaultValue = "") String needed,
            @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        if (!alerting.mayReport(actor)) {
            throw new Forbidden("matter.forbidden");
        }
        var report = new Alerting.Report(form, title, happened, needed, urgent, attachments(files));
        return switch (alerting.report(actor, report)) {
            case MatterAnswer.Done(var id, _) -> to(id, after, "reported");
            case MatterAnswer.Stale _ -> throw new NotFound();
            case MatterAnswer.Refused(var fault) ->
                    Show.view(
                            "meeting/matters",
                            views.list(
                                    actor,
                                    false,
                                    Language.of(request),
                                    fault.word(),
                                    new MattersView.Typed(form, title, happened, needed, urgent)));
        };
    }

    private static List<ProgressReport.Attachment> attachments(@Nullable List<MultipartFile> files)
            throws IOException {
        var attachments = new ArrayList<ProgressReport.Attachment>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                attachments.add(
                        new ProgressReport.Attachment(
                                FileNames.plain(String.valueOf(file.getOriginalFilename())),
                                FileNames.mediaType(file),
                                file.getBytes()));
            }
        }
        return attachments;
    }

    @GetMapping("/matters/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, request, "", "");
    }

    /// @param shown number of the last event that the reader saw
    @PostMapping("/matters/{id}/events")
    ModelAndView act(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var wanted =
                Arrays.stream(Matter.Step.values())
                        .filter(s -> s.word().equals(step))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var chosen = request.getParameterValues("body");
        var bodies =
                wanted == Matter.Step.FORWARDED && chosen != null
                        ? List.of(chosen)
                        : List.<String>of();
        return switch (alerting.act(actor, id, wanted, shown, text, bodies)) {
            case MatterAnswer.Done _ -> to(id, after, step);
            case MatterAnswer.Stale _ -> show(actor, id, request, "stale", text);
            case MatterAnswer.Refused(var fault) -> show(actor, id, request, fault.word(), text);
        };
    }

    @GetMapping("/matters/files/{file}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID file) {
        var found = alerting.file(actor, file).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(found.content());
    }

    private static ModelAndView to(UUID id, RedirectAttributes after, String done) {
        after.addFlashAttribute(Pages.NOTICE, "matter.done." + done);
        return new ModelAndView("redirect:/matters/" + id);
    }

    private ModelAndView show(
            Actor actor, UUID id, HttpServletRequest request, String fault, String typed) {
        var file = alerting.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "meeting/matter", views.view(actor, file, Language.of(request), fault, typed));
    }
}
