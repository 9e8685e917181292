package org.tongquan.ledger.chiefs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chiefs.ChargeFile;
import org.tongquan.ledger.chiefs.ChiefAnswer;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.chiefs.Matter;
import org.tongquan.ledger.chiefs.NewVisit;
import org.tongquan.ledger.chiefs.Patrolling;
import org.tongquan.ledger.chiefs.Visit;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Visits and problems: record what was seen, hand over what was found, answer, check, close.
@Controller
class PatrolPages {
    private final Chiefs chiefs;
    private final Patrolling patrolling;
    private final ChiefViews views;

    PatrolPages(Chiefs chiefs, Patrolling patrolling, ChiefViews views) {
        this.chiefs = chiefs;
        this.patrolling = patrolling;
        this.views = views;
    }

    @GetMapping("/chiefs/{id}/visits/new")
    ModelAndView form(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var file = kept(actor, id);
        var typed = views.untyped(file.day());
        return Show.view(
                "chiefs/visit",
                views.visit(file, patrolling.open(), typed, List.of(), "", Language.of(request)));
    }

    private ChargeFile kept(Actor actor, UUID id) {
        var file = chiefs.find(actor, id).orElseThrow(NotFound::new);
        if (!patrolling.keeps(actor, file)) {
            throw new Forbidden("chiefs.forbidden.visit");
        }
        return file;
    }

    @PostMapping("/chiefs/{id}/visits")
    ModelAndView record(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID visit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "unit") String by,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(name = "duty", required = false) @Nullable List<String> duties,
            @RequestParam(defaultValue = "false") boolean nothing,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var file = kept(actor, id);
        var rows = rows(request);
        var looked = duties == null ? List.<String>of() : duties;
        var filed =
                new NewVisit(
                        visit,
                        id,
                        on,
                        place,
                        by(by),
                        who,
                        seen,
                        looked,
                        nothing,
                        rows.stream().map(r -> new NewVisit.Problem(r.text(), r.unit())).toList(),
                        attachments(files));
        return switch (patrolling.record(actor, filed)) {
            case ChiefAnswer.Done _ -> to("/chiefs/" + id, after, "visited");
            case ChiefAnswer.Stale _ -> throw new NotFound();
            case ChiefAnswer.Refused(var reason) -> {
                var typed =
                        new ChargeView.Typed(on.toString(), place, by, who, seen, looked, nothing);
                yield Show.view(
                        "chiefs/visit",
                        views.visit(file, visit, typed, rows, reason.word(), Language.of(request)));
            }
        };
    }

    /// Texts and units of problems come in pairs, in the order of the form.
    private static List<ChargeView.Row> rows(HttpServletRequest request) {
        var texts = values(request, "problem");
        var units = values(request, "unit");
        var rows = new ArrayList<ChargeView.Row>();
        for (int i = 0; i < texts.length && i < NewVisit.MOST_PROBLEMS; i++) {
            rows.add(new ChargeView.Row(texts[i].strip(), i < units.length ? units[i] : ""));
        }
        return rows;
    }

    private static String[] values(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    private static Visit.By by(String word) {
        return Arrays.stream(Visit.By.values())
                .filter(b -> b.word().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<Attachment> attachments(@Nullable List<MultipartFile> files)
            throws IOException {
        var attachments = new ArrayList<Attachment>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            var name = file.getOriginalFilename();
            if (!file.isEmpty() && name != null) {
                attachments.add(
                        new Attachment(
                                FileNames.plain(name), FileNames.mediaType(file), file.getBytes()));
            }
        }
        return attachments;
    }

    @PostMapping("/chiefs/{id}/visits/{visit}/problems")
    ModelAndView found(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String unit,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = patrolling.found(actor, visit, form, new NewVisit.Problem(problem, unit));
        return switch (answer) {
            case ChiefAnswer.Done _ -> to("/chiefs/" + id, after, "handed");
            case ChiefAnswer.Stale _ -> throw new NotFound();
            case ChiefAnswer.Refused(var reason) -> {
                var file = chiefs.find(actor, id).orElseThrow(NotFound::new);
                yield Show.view(
                        "chiefs/charge",
                        views.charge(actor, file, "", reason.word(), Language.of(request)));
            }
        };
    }

    @GetMapping("/chiefs/problems/{id}")
    ModelAndView problem(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, "", "", request);
    }

    /// @param shown number of the last event that the reader saw
    @PostMapping("/chiefs/problems/{id}/events")
    ModelAndView act(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String step,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var wanted =
                Arrays.stream(Matter.Step.values())
                        .filter(s -> s.word().equals(step))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var wish = new Patrolling.Wish(id, wanted, shown, text, unit, attachments(files));
        return switch (patrolling.act(actor, wish)) {
            case ChiefAnswer.Done _ -> to("/chiefs/problems/" + id, after, step);
            case ChiefAnswer.Stale _ -> show(actor, id, "stale", text, request);
            case ChiefAnswer.Refused(var reason) -> show(actor, id, reason.word(), text, request);
        };
    }

    private ModelAndView show(
            Actor actor, UUID id, String error, String typed, HttpServletRequest request) {
        var one = patrolling.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "chiefs/problem", views.problem(actor, one, error, typed, Language.of(request)));
    }

    private static ModelAndView to(String path, RedirectAttributes after, String done) {
        after.addFlashAttribute(Pages.NOTICE, "chiefs.done." + done);
        return new ModelAndView("redirect:" + path);
    }

    @GetMapping("/chiefs/files/{id}")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id) {
        var file = patrolling.file(actor, id).orElseThrow(NotFound::new);
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
}
