package org.tongquan.ledger.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
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
import org.tongquan.kernel.Power;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.drafting.Adopting;
import org.tongquan.ledger.drafting.Draft;
import org.tongquan.ledger.drafting.DraftRow;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.Editing;
import org.tongquan.ledger.drafting.Starting;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Hand in a document, review its rows, adopt them.
@Controller
class DraftPages {
    private final Drafting drafting;
    private final Adopting adopting;
    private final ReviewViews views;

    DraftPages(Drafting drafting, Adopting adopting, ReviewViews views) {
        this.drafting = drafting;
        this.adopting = adopting;
        this.views = views;
    }

    @GetMapping("/drafts")
    ModelAndView list(Actor actor) {
        return show(actor, List.of());
    }

    @PostMapping("/drafts")
    ModelAndView start(
            Actor actor,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            RedirectAttributes after)
            throws IOException {
        boolean pasted = file == null || file.isEmpty();
        var sent = pasted ? null : file.getOriginalFilename();
        var name = sent == null ? "pasted.txt" : FileNames.plain(sent);
        var bytes = pasted ? text.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        return switch (drafting.start(actor, actor.region(), name, bytes)) {
            case Starting.Started(var id, _) -> to(id, after, "ledger.draft.started");
            case Starting.Unreadable(var problems) ->
                    show(actor, problems.stream().map(Problem::toString).toList());
            case Starting.NotYours _ -> throw new org.tongquan.site.Forbidden();
        };
    }

    @GetMapping("/drafts/{id}")
    ModelAndView review(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return review(find(actor, id), request, "", List.of());
    }

    @GetMapping("/drafts/{id}/rows/{row}")
    ModelAndView edit(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletRequest request) {
        var view = views.answer(find(actor, id), row, Language.of(request));
        return Show.view(fragment ? "ledger/review_form" : "ledger/review_edit", view);
    }

    @PostMapping("/drafts/{id}/rows/{row}/state")
    ModelAndView state(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            @RequestParam String state,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletRequest request) {
        var rows = Set.of(row);
        var edited =
                switch (state) {
                    case "accepted" -> drafting.accept(actor, id, rows);
                    case "dropped" -> drafting.drop(actor, id, rows);
                    default -> drafting.reopen(actor, id, rows);
                };
        return answer(actor, id, row, edited, fragment, request);
    }

    @PostMapping("/drafts/{id}/rows/{row}")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            RowForm form,
            @RequestParam(defaultValue = "") String shown,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            HttpServletRequest request) {
        var draft = find(actor, id);
        var typed = form.fields(row(draft, row).fields(), draft.region(), drafting);
        Editing edited =
                typed.map(fields -> drafting.correct(actor, id, row, fields, shown))
                        .orElseGet(() -> new Editing.Refused(Editing.Reason.BAD_FIELD));
        if (edited.equals(new Editing.Refused(Editing.Reason.CHANGED_MEANWHILE))) {
            var both =
                    views.overlap(find(actor, id), row, typed.orElseThrow(), Language.of(request));
            return Show.view(fragment ? "ledger/review_row_overlap" : "ledger/review_edit", both);
        }
        return answer(actor, id, row, edited, fragment, request);
    }

    /// Keeps what is being typed; answers with the mark of the wording that is kept now.
    @PostMapping("/drafts/{id}/rows/{row}/fields")
    ModelAndView keep(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            RowForm form,
            @RequestParam(defaultValue = "") String shown,
            HttpServletRequest request,
            HttpServletResponse response) {
        var draft = find(actor, id);
        var kept =
                form.fields(row(draft, row).fields(), draft.region(), drafting)
                        .map(fields -> drafting.keep(actor, id, row, fields, shown));
        if (!(kept.orElse(null) instanceof Editing.Changed)) {
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        var now = views.answer(find(actor, id), row, Language.of(request));
        return Show.view("ledger/review_row_kept", now);
    }

    @PostMapping("/drafts/{id}/rows/{row}/split")
    ModelAndView split(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            @RequestParam int at,
            HttpServletRequest request) {
        return answer(actor, id, row, drafting.split(actor, id, row, at), false, request);
    }

    @PostMapping("/drafts/{id}/rows/{row}/merge")
    ModelAndView merge(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID row,
            HttpServletRequest request) {
        return answer(actor, id, row, drafting.merge(actor, id, row), false, request);
    }

    @PostMapping("/drafts/{id}/promote")
    ModelAndView promote(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int start,
            @RequestParam int end,
            HttpServletRequest request) {
        return answer(actor, id, id, drafting.promote(actor, id, start, end), false, request);
    }

    @PostMapping("/drafts/{id}/accept-sure")
    ModelAndView acceptSure(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int confidence,
            HttpServletRequest request) {
        var edited = drafting.acceptAbove(actor, id, confidence / 100.0);
        return answer(actor, id, id, edited, false, request);
    }

    @PostMapping("/drafts/{id}/undo")
    ModelAndView undo(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return answer(actor, id, id, drafting.undo(actor, id), false, request);
    }

    @PostMapping("/drafts/{id}/adoption")
    ModelAndView adopt(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String version,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (adopting.adopt(actor, id, version, validFrom)) {
            case Adopting.Outcome.Adopted _ -> to(id, after, "ledger.draft.adopted");
            case Adopting.Outcome.Refused(var problems) ->
                    review(find(actor, id), request, "", problems);
        };
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            UUID row,
            Editing edited,
            boolean fragment,
            HttpServletRequest request) {
        var draft = find(actor, id);
        return switch (edited) {
            case Editing.Refused(var reason) -> review(draft, request, reason.word(), List.of());
            case Editing.Changed _ when fragment ->
                    Show.view(
                            "ledger/review_row_answer",
                            views.answer(draft, row, Language.of(request)));
            case Editing.Changed _ -> new ModelAndView("redirect:/drafts/" + id + "#row-" + row);
        };
    }

    private static DraftRow row(Draft draft, UUID row) {
        return draft.rows().stream()
                .filter(r -> r.id().equals(row))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Draft find(Actor actor, UUID id) {
        return drafting.find(actor, id).orElseThrow(NotFound::new);
    }

    private ModelAndView review(
            Draft draft, HttpServletRequest request, String error, List<Problem> problems) {
        return Show.view("ledger/review", views.view(draft, Language.of(request), error, problems));
    }

    private ModelAndView show(Actor actor, List<String> problems) {
        var items = drafting.list(actor).stream().map(ReviewViews::item).toList();
        return Show.view("ledger/drafts", new DraftsView(items, problems, actor.may(Power.DRAFT)));
    }

    private static ModelAndView to(UUID id, RedirectAttributes after, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/drafts/" + id);
    }
}
