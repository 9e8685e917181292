package org.tongquan.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Assigning;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewReport;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The ledger for staff: list, one commitment, reporting, returning, assigning.
@Controller
class LedgerPages {
    private final Ledger ledger;
    private final LedgerLists lists;
    private final CommitmentViews commitments;

    LedgerPages(Ledger ledger, LedgerLists lists, CommitmentViews commitments) {
        this.ledger = ledger;
        this.lists = lists;
        this.commitments = commitments;
    }

    @GetMapping("/ledger")
    ModelAndView list(
            Actor actor,
            LedgerQuery query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletRequest request) {
        var view = lists.view(actor, actor.region(), query, "/ledger", Language.of(request));
        return Show.view(fragment ? "ledger/rows" : "ledger/list", view);
    }

    @GetMapping("/ledger/{region}/{id}")
    ModelAndView commitment(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            HttpServletRequest request) {
        return show(actor, region, id, request, "");
    }

    @PostMapping("/ledger/{region}/{id}/reports")
    ModelAndView report(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @RequestParam String party,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam int percent,
            @RequestParam String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var filed = new NewReport(region, id, party, on, percent, text, attachments(files), false);
        return switch (ledger.report(actor, filed)) {
            case Filing.Filed _ -> back(region, id, after, "ledger.filed");
            case Filing.Returned _ -> back(region, id, after, "ledger.returned");
            case Filing.Refused(var reason) -> show(actor, region, id, request, reason.word());
        };
    }

    @PostMapping("/ledger/{region}/{id}/reports/{report}/return")
    ModelAndView giveBack(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @PathVariable UUID report,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (ledger.giveBack(actor, report, reason)) {
            case Filing.Filed _ -> back(region, id, after, "ledger.filed");
            case Filing.Returned _ -> back(region, id, after, "ledger.returned");
            case Filing.Refused(var why) -> show(actor, region, id, request, why.word());
        };
    }

    @PostMapping("/ledger/{region}/{id}/assignments")
    ModelAndView assign(
            Actor actor,
            @PathVariable String region,
            @PathVariable String id,
            @RequestParam String party,
            @RequestParam String unit,
            @RequestParam(defaultValue = "lead") String role,
            HttpServletRequest request,
            RedirectAttributes after) {
        var part = role.equals("cooperating") ? Assignment.Role.COOPERATING : Assignment.Role.LEAD;
        return switch (ledger.assign(actor, region, id, party, unit, part)) {
            case Assigning.Assigned _ -> back(region, id, after, "ledger.assigned");
            case Assigning.Refused(var why) ->
                    show(actor, region, id, request, "assign-" + why.word());
        };
    }

    @GetMapping("/ledger/evidence/{id}")
    ResponseEntity<byte[]> evidence(Actor actor, @PathVariable UUID id) {
        var file = ledger.evidence(actor, id).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    private ModelAndView show(
            Actor actor, String region, String id, HttpServletRequest request, String error) {
        return Show.view(
                "ledger/commitment",
                commitments.view(actor, region, id, Language.of(request), error));
    }

    private static ModelAndView back(
            String region, String id, RedirectAttributes after, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/ledger/" + region + "/" + id);
    }

    private static List<ProgressReport.Attachment> attachments(@Nullable List<MultipartFile> files)
            throws IOException {
        var attachments = new ArrayList<ProgressReport.Attachment>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            var name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null) {
                attachments.add(
                        new ProgressReport.Attachment(
                                FileNames.plain(name), FileNames.mediaType(file), file.getBytes()));
            }
        }
        return attachments;
    }
}
