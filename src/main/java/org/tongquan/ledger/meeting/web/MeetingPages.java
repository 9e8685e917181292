package org.tongquan.ledger.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.meeting.Answering;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.MeetingFault;
import org.tongquan.ledger.meeting.Preparing;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The calendar, and a meeting until it is held: call, agenda, papers, invitations, answers.
@Controller
class MeetingPages {
    private final Convening convening;
    private final Preparing preparing;
    private final Answering answering;
    private final MeetingViews views;
    private final Names names;

    MeetingPages(
            Convening convening,
            Preparing preparing,
            Answering answering,
            MeetingViews views,
            Names names) {
        this.convening = convening;
        this.preparing = preparing;
        this.answering = answering;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/meetings")
    ModelAndView calendar(
            Actor actor,
            @RequestParam(defaultValue = "") String month,
            HttpServletRequest request) {
        var shown =
                month.matches("20[0-9]{2}-(0[1-9]|1[0-2])")
                        ? YearMonth.parse(month)
                        : YearMonth.from(views.today());
        return Show.view("meeting/calendar", views.calendar(actor, shown, Language.of(request)));
    }

    /// @param day the day that the form begins with
    @GetMapping("/meetings/new")
    ModelAndView form(
            Actor actor, @RequestParam(defaultValue = "") String day, HttpServletRequest request) {
        if (convening.choices(actor).isEmpty()) {
            throw new Forbidden("meeting.forbidden");
        }
        var begin = MeetingForms.day(day) == null ? "" : day;
        var usual = convening.usual(actor).stream().filter(b -> !b.equals(actor.body())).toList();
        var typed = new MeetingsView.Typed("", "", begin, "09:00", "", "", usual, "", "");
        return Show.view(
                "meeting/new",
                views.form(actor, typed, List.of(), List.of(), Language.of(request)));
    }

    @PostMapping("/meetings")
    ModelAndView call(Actor actor, HttpServletRequest request, RedirectAttributes after) {
        if (convening.choices(actor).isEmpty()) {
            throw new Forbidden("meeting.forbidden");
        }
        var typed = MeetingForms.typed(request);
        var units = new UnitNames(names.of(actor.region(), Language.of(request)));
        var wish = MeetingForms.wish(typed, units);
        var kind = typed.kind().split("~", 2);
        var answer =
                wish == null || !units.unknown().isEmpty() || kind.length != 2
                        ? new MeetingAnswer.Refused(
                                List.of(wish == null ? MeetingFault.DAY : MeetingFault.INVITED))
                        : convening.call(actor, kind[0], kind[1], wish);
        return switch (answer) {
            case MeetingAnswer.Done(var id, _) -> to(id, after, "called");
            case MeetingAnswer.Stale _ -> throw new NotFound();
            case MeetingAnswer.Refused(var faults) ->
                    Show.view(
                            "meeting/new",
                            views.form(
                                    actor,
                                    typed,
                                    words(faults),
                                    units.unknown(),
                                    Language.of(request)));
        };
    }

    @GetMapping("/meetings/{id}")
    ModelAndView meeting(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return show(actor, id, request, List.of(), List.of());
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            HttpServletRequest request,
            List<String> faults,
            List<String> unknown) {
        var file = convening.find(actor, id).orElseThrow(NotFound::new);
        return Show.view(
                "meeting/meeting",
                views.view(
                        actor,
                        file,
                        Language.of(request),
                        faults,
                        unknown,
                        MeetingView.Typed.NOTHING));
    }

    /// @param shown number of the sheet that the form was filled in on
    @PostMapping("/meetings/{id}/changes")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        var typed = MeetingForms.typed(request);
        var units = new UnitNames(names.of(actor.region(), Language.of(request)));
        var wish = MeetingForms.wish(typed, units);
        if (wish == null || !units.unknown().isEmpty()) {
            var fault = wish == null ? MeetingFault.DAY : MeetingFault.INVITED;
            return show(actor, id, request, List.of(fault.word()), units.unknown());
        }
        var answer = convening.change(actor, id, shown, wish, typed.reason());
        return answer(actor, id, answer, "changed", request, after);
    }

    @PostMapping("/meetings/{id}/agenda")
    ModelAndView agenda(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        var file = convening.find(actor, id).orElseThrow(NotFound::new);
        if (file.meeting().seq() != shown) {
            return show(actor, id, request, List.of("stale"), List.of());
        }
        var points =
                MeetingForms.agenda(
                        request,
                        file.points(),
                        preparing.proposals(actor, id),
                        p -> views.point(actor, p));
        var answer = preparing.agenda(actor, id, shown, points);
        return answer(actor, id, answer, "agenda", request, after);
    }

    @PostMapping("/meetings/{id}/papers")
    ModelAndView attach(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var paper =
                new ProgressReport.Attachment(
                        FileNames.plain(String.valueOf(file.getOriginalFilename())),
                        FileNames.mediaType(file),
                        file.getBytes());
        return answer(actor, id, preparing.attach(actor, id, paper), "attached", request, after);
    }

    @GetMapping("/meetings/papers/{paper}")
    ResponseEntity<byte[]> paper(Actor actor, @PathVariable UUID paper) {
        var file = preparing.paper(actor, paper).orElseThrow(NotFound::new);
        return download(file.name(), file.content(), MediaType.APPLICATION_OCTET_STREAM);
    }

    static ResponseEntity<byte[]> download(String name, byte[] content, MediaType type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(type)
                .body(content);
    }

    @PostMapping("/meetings/{id}/invitations")
    ModelAndView invite(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = convening.invite(actor, id, shown);
        return answer(actor, id, answer, "invited", request, after);
    }

    @PostMapping("/meetings/{id}/cancellation")
    ModelAndView cancel(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = convening.cancel(actor, id, shown, reason);
        return answer(actor, id, answer, "cancelled", request, after);
    }

    @PostMapping("/meetings/{id}/opening")
    ModelAndView hold(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        return answer(actor, id, convening.hold(actor, id, shown), "held", request, after);
    }

    /// @param version number of the answer that the form was filled in on
    @PostMapping("/meetings/{id}/answers")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam String presence,
            @RequestParam(defaultValue = "") String who,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = answering.answer(actor, id, version, MeetingForms.presence(presence), who);
        return answer(actor, id, answer, "answered", request, after);
    }

    private ModelAndView answer(
            Actor actor,
            UUID id,
            MeetingAnswer answer,
            String done,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (answer) {
            case MeetingAnswer.Done _ -> to(id, after, done);
            case MeetingAnswer.Stale _ -> show(actor, id, request, List.of("stale"), List.of());
            case MeetingAnswer.Refused(var faults) ->
                    show(actor, id, request, words(faults), List.of());
        };
    }

    static List<String> words(List<MeetingFault> faults) {
        var words = new ArrayList<String>();
        faults.forEach(f -> words.add(f.word()));
        return words;
    }

    private static ModelAndView to(UUID id, RedirectAttributes after, String done) {
        return to(id, after, done, "");
    }

    /// @param part where the reader goes on in the page; empty at its top
    static ModelAndView to(UUID id, RedirectAttributes after, String done, String part) {
        after.addFlashAttribute(Pages.NOTICE, "meeting.done." + done);
        var place = part.isEmpty() ? "" : "#" + part;
        return new ModelAndView("redirect:/meetings/" + id + place);
    }
}
