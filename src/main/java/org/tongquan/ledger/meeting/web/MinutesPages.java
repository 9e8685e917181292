package org.tongquan.ledger.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
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
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.MeetingFault;
import org.tongquan.ledger.meeting.Minuting;
import org.tongquan.ledger.meeting.Resolution;
import org.tongquan.ledger.paper.web.PaperFile;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Show;

/// The minutes of a meeting: attendance, what was said, decisions, confirmation, the documents.
@Controller
class MinutesPages {

    private final Convening convening;
    private final Minuting minuting;
    private final MeetingViews views;
    private final Names names;

    MinutesPages(Convening convening, Minuting minuting, MeetingViews views, Names names) {
        this.convening = convening;
        this.minuting = minuting;
        this.views = views;
        this.names = names;
    }

    @PostMapping("/meetings/{id}/attendance")
    ModelAndView attendance(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = minuting.attendance(actor, id, MeetingForms.seats(request));
        return answer(
                actor,
                id,
                answer,
                "attendance",
                "attendance",
                MeetingView.Typed.NOTHING,
                request,
                after);
    }

    /// @param version number of the version that the form was filled in on
    @PostMapping("/meetings/{id}/minutes")
    ModelAndView minute(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID point,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = minuting.minute(actor, id, point, version, text);
        var typed = new MeetingView.Typed(point.toString(), text, "", "", "");
        return answer(actor, id, answer, "minuted", "p-" + point, typed, request, after);
    }

    /// @param resolution the decision to word anew; empty for a new one
    @PostMapping("/meetings/{id}/resolutions")
    ModelAndView resolve(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam UUID point,
            @RequestParam(defaultValue = "") String resolution,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String cooperating,
            @RequestParam(defaultValue = "") String deadline,
            HttpServletRequest request,
            RedirectAttributes after) {
        var units = new UnitNames(names.of(actor.region(), Language.of(request)));
        var wanted =
                new Resolution(
                        resolution.isEmpty() ? new UUID(0, 0) : MeetingForms.id(resolution),
                        id,
                        actor.region(),
                        point,
                        0,
                        revision,
                        text,
                        units.read(lead),
                        units.read(cooperating),
                        MeetingForms.all(request, "party"),
                        MeetingForms.day(deadline),
                        false);
        var form = resolution.isEmpty() ? "new-" + point : resolution;
        var typed = new MeetingView.Typed(form, text, lead, cooperating, deadline);
        if (!units.unknown().isEmpty()) {
            return show(
                    actor, id, request, List.of(MeetingFault.UNIT.word()), units.unknown(), typed);
        }
        var answer = minuting.resolve(actor, wanted);
        return answer(actor, id, answer, "resolved", "p-" + point, typed, request, after);
    }

    @PostMapping("/meetings/{id}/resolutions/{resolution}/removal")
    ModelAndView drop(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID resolution,
            @RequestParam int revision,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = minuting.drop(actor, resolution, revision);
        return answer(actor, id, answer, "dropped", "", MeetingView.Typed.NOTHING, request, after);
    }

    /// @param shown number of the sheet that the reader saw
    @PostMapping("/meetings/{id}/confirmation")
    ModelAndView confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = minuting.confirm(actor, id, shown);
        return answer(
                actor, id, answer, "confirmed", "", MeetingView.Typed.NOTHING, request, after);
    }

    /// The minutes as issued; before that as they read now, for whoever writes or confirms them.
    @GetMapping("/meetings/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        var bytes =
                minuting.pdf(actor, id)
                        .or(() -> minuting.preview(actor, id).map(new PdfRenderer()::render))
                        .orElseThrow(NotFound::new);
        return PaperFile.PDF.of(id, bytes);
    }

    @GetMapping("/meetings/{id}.docx")
    ResponseEntity<byte[]> docx(Actor actor, @PathVariable UUID id) {
        var bytes =
                minuting.docx(actor, id)
                        .or(() -> minuting.preview(actor, id).map(new DocxRenderer()::render))
                        .orElseThrow(NotFound::new);
        return PaperFile.DOCX.of(id, bytes);
    }

    @GetMapping("/meetings/{id}.ofd")
    ResponseEntity<byte[]> ofd(Actor actor, @PathVariable UUID id) {
        var bytes =
                minuting.ofd(actor, id)
                        .or(() -> minuting.preview(actor, id).map(new OfdRenderer()::render))
                        .orElseThrow(NotFound::new);
        return PaperFile.OFD.of(id, bytes);
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            MeetingAnswer answer,
            String done,
            String point,
            MeetingView.Typed typed,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case MeetingAnswer.Done _ -> MeetingPages.to(id, after, done, point);
            case MeetingAnswer.Stale _ ->
                    show(actor, id, request, List.of("stale"), List.of(), typed);
            case MeetingAnswer.Refused(var faults) ->
                    show(actor, id, request, MeetingPages.words(faults), List.of(), typed);
        };
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            HttpServletRequest request,
            List<String> faults,
            List<String> unknown,
            MeetingView.Typed typed) {
        var file = convening.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "meeting/meeting",
                views.view(actor, file, Language.of(request), faults, unknown, typed));
    }
}
