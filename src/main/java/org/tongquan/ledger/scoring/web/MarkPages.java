package org.tongquan.ledger.scoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Mark;
import org.tongquan.ledger.scoring.Marking;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Commendations, criticisms and findings: the list, and the form of those who supervise.
@Controller
class MarkPages {
    private static final String PATH = "/scores/marks";

    private final Marking marking;
    private final Ledger ledger;
    private final Names names;
    private final ScoreNames words;
    private final Messages messages;

    MarkPages(Marking marking, Ledger ledger, Names names, ScoreNames words, Messages messages) {
        this.marking = marking;
        this.ledger = ledger;
        this.names = names;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, HttpServletRequest request) {
        return show(actor, request, "");
    }

    @PostMapping(PATH)
    ModelAndView record(
            Actor actor,
            @RequestParam Occasion occasion,
            @RequestParam String unit,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam String reason,
            @RequestParam String evidence,
            HttpServletRequest request,
            RedirectAttributes after) {
        var mark =
                new Marking.NewMark(
                        occasion, unit, commitment.strip(), on, reason.strip(), evidence.strip());
        return answer(actor, request, after, "marked", marking.record(actor, actor.region(), mark));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        return answer(
                actor,
                request,
                after,
                "mark-withdrawn",
                marking.withdraw(actor, id, reason.strip()));
    }

    private ModelAndView answer(
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes after,
            String done,
            Evaluating outcome) {
        return switch (outcome) {
            case Evaluating.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "scoring.done." + done);
                yield new ModelAndView("redirect:" + PATH);
            }
            case Evaluating.Refused(var why) -> show(actor, request, why.word());
        };
    }

    private ModelAndView show(Actor actor, HttpServletRequest request, String error) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        boolean may = actor.may(Power.SUPERVISE);
        return Show.view(
                "scoring/marks",
                new MarksView(
                        List.of(
                                new Crumb("/scores", messages.say(language, "scoring.title")),
                                new Crumb("", messages.say(language, "scoring.marks"))),
                        marking.list(actor, actor.region()).stream().map(m -> item(m, of)).toList(),
                        may,
                        Marking.OCCASIONS.stream().map(Occasion::name).toList(),
                        may ? units(of) : List.of(),
                        ledger.today().toString(),
                        error));
    }

    /// Members as a whole first, then every unit.
    private static List<Option> units(Names.Of of) {
        var units = new ArrayList<Option>();
        of.members().forEach(p -> units.add(new Option(p.id(), of.party(p.id()))));
        of.compact().responsibleUnits(of.today()).stream()
                .filter(u -> !u.generic())
                .forEach(u -> units.add(new Option(u.id(), u.name())));
        return units;
    }

    private MarksView.Item item(Mark mark, Names.Of of) {
        return new MarksView.Item(
                mark.id().toString(),
                ScoreNames.word(mark.occasion()),
                mark.unit().contains("/") ? words.unit(of, mark.unit()) : of.party(mark.unit()),
                mark.commitment(),
                mark.commitment().isEmpty()
                        ? ""
                        : "/ledger/" + mark.region() + "/" + mark.commitment(),
                mark.on().toString(),
                mark.reason(),
                mark.evidence(),
                of.body(mark.body()),
                orEmpty(mark.withdrawn()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
