package org.tongquan.ledger.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.Comparison;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.planning.Register;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// Adjustments of a published plan: ask, decide, and the register of what was promised.
@Controller
class AdjustmentPages {
    private static final String LATEST = "" + Adjusting.LATEST;
    private static final AdjustmentsView.Deciding NOTHING =
            new AdjustmentsView.Deciding("", false, "");

    private final Adjusting adjusting;
    private final Planning planning;
    private final PlanViews views;
    private final Names names;
    private final Messages messages;

    AdjustmentPages(
            Adjusting adjusting,
            Planning planning,
            PlanViews views,
            Names names,
            Messages messages) {
        this.adjusting = adjusting;
        this.planning = planning;
        this.views = views;
        this.names = names;
        this.messages = messages;
    }

    /// @param item the item that the form begins with
    @GetMapping("/plans/{id}/adjustments")
    ModelAndView list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String item,
            HttpServletRequest request) {
        var items = item.isEmpty() ? List.<String>of() : List.of(item);
        var empty =
                new AdjustmentsView.Chosen("move-deadline", items, "", "", List.of(), "", "", "");
        return show(actor, id, empty, NOTHING, List.of(), List.of(), request);
    }

    @PostMapping("/plans/{id}/adjustments")
    ModelAndView ask(
            Actor actor,
            @PathVariable UUID id,
            AdjustmentsView.Chosen sent,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = LATEST) int shown,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var chosen = whole(sent);
        var of = names.of(actor.region(), Language.of(request));
        var units = new ItemForms(of);
        var lead = units.units(chosen.lead());
        var change = change(chosen.change());
        boolean splits = change == PlanRule.Change.SPLIT;
        var written = ItemForms.lines(chosen.texts());
        var lines = new PartLines(of, units).read(splits ? written : List.of());
        if (!lines.faults().isEmpty()) {
            return show(actor, id, chosen, NOTHING, lines.faults(), units.unknown(), request);
        }
        if (!units.unknown().isEmpty()) {
            return show(
                    actor, id, chosen, NOTHING, List.of(PlanFault.UNIT), units.unknown(), request);
        }
        var wish =
                new Adjustment.Wish(
                        change,
                        chosen.items(),
                        splits ? lines.texts() : written,
                        chosen.parent(),
                        chosen.parties(),
                        lead,
                        day(chosen.deadline()),
                        chosen.reason(),
                        lines.parts());
        return switch (adjusting.ask(actor, id, wish, attachment(file), shown)) {
            case PlanAnswer.Done _ -> done(after, id, "planning.asked");
            case PlanAnswer.Refused(var faults) ->
                    show(actor, id, chosen, NOTHING, faults, List.of(), request);
        };
    }

    private static ProgressReport.@Nullable Attachment attachment(@Nullable MultipartFile file)
            throws IOException {
        return file == null || file.isEmpty()
                ? null
                : new ProgressReport.Attachment(
                        FileNames.plain(String.valueOf(file.getOriginalFilename())),
                        FileNames.mediaType(file),
                        file.getBytes());
    }

    @PostMapping("/plans/{id}/adjustments/{adjustment}")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID adjustment,
            @RequestParam boolean approved,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = LATEST) int shown,
            HttpServletRequest request,
            RedirectAttributes after) {
        return switch (adjusting.decide(actor, adjustment, approved, reason, shown)) {
            case PlanAnswer.Done _ -> done(after, id, "planning.decided");
            case PlanAnswer.Refused(var faults) ->
                    show(
                            actor,
                            id,
                            new AdjustmentsView.Chosen(
                                    "move-deadline", List.of(), "", "", List.of(), "", "", ""),
                            new AdjustmentsView.Deciding(adjustment.toString(), approved, reason),
                            faults,
                            List.of(),
                            request);
        };
    }

    @GetMapping("/plans/{id}/adjustments/{adjustment}/evidence")
    ResponseEntity<byte[]> evidence(
            Actor actor, @PathVariable UUID id, @PathVariable UUID adjustment) {
        var file = adjusting.evidence(actor, adjustment).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    private static ModelAndView done(RedirectAttributes after, UUID id, String notice) {
        after.addFlashAttribute(Pages.NOTICE, notice);
        return new ModelAndView("redirect:/plans/" + id + "/adjustments");
    }

    private static PlanRule.Change change(String word) {
        try {
            return PlanRule.Change.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
    }

    private static AdjustmentsView.Chosen whole(AdjustmentsView.Chosen sent) {
        return new AdjustmentsView.Chosen(
                text(sent.change()),
                sent.items() == null ? List.of() : sent.items(),
                text(sent.texts()),
                text(sent.parent()),
                sent.parties() == null ? List.of() : sent.parties(),
                text(sent.lead()),
                text(sent.deadline()),
                text(sent.reason()));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private ModelAndView show(
            Actor actor,
            UUID id,
            AdjustmentsView.Chosen chosen,
            AdjustmentsView.Deciding deciding,
            List<PlanFault> faults,
            List<String> unknown,
            HttpServletRequest request) {
        var language = Language.of(request);
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        var of = names.of(actor.region(), language);
        var register = adjusting.register(actor, id);
        var changed = adjusting.changed(actor, id);
        return Show.view(
                "planning/adjustments",
                new AdjustmentsView(
                        id.toString(),
                        plan.head().title(),
                        plan.edition(),
                        plan.isPublished(),
                        chosen,
                        deciding,
                        options(plan, language),
                        of.compact().clauses().stream()
                                .map(b -> new Option(b.clause().id(), b.clause().text().zh()))
                                .toList(),
                        of.members().stream()
                                .map(p -> new Option(p.id(), of.party(p.id())))
                                .toList(),
                        adjusting.list(actor, id).stream()
                                .map(
                                        a ->
                                                row(
                                                        actor,
                                                        plan,
                                                        a,
                                                        changed.getOrDefault(a.id(), List.of()),
                                                        of))
                                .toList(),
                        register.stream()
                                .filter(e -> !e.isAsPromised())
                                .map(e -> entry(e, language))
                                .toList(),
                        (int) register.stream().filter(Register.Entry::isAsPromised).count(),
                        (int) register.stream().filter(e -> e.moved() > 0).count(),
                        faults.stream().map(PlanFault::word).toList(),
                        unknown,
                        views.crumbs(language, id.toString())));
    }

    private static List<Option> options(Plan plan, Language language) {
        var options = new ArrayList<Option>();
        plan.items()
                .forEach(
                        i ->
                                options.add(
                                        new Option(
                                                i.id(),
                                                i.id()
                                                        + " "
                                                        + language.pick(i.textZh(), i.textEn()))));
        return options;
    }

    private AdjustmentsView.Row row(
            Actor actor, Plan plan, Adjustment asked, List<Comparison.Pair> changed, Names.Of of) {
        var wish = asked.wish();
        var decision = asked.decision();
        return new AdjustmentsView.Row(
                asked.id().toString(),
                wish.change().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                wish.items(),
                texts(wish, of),
                wish.deadline() == null ? "" : wish.deadline().toString(),
                wish.reason(),
                of.body(asked.body()),
                Moments.of(asked.at()),
                asked.evidence(),
                decision != null,
                decision != null && decision.approved(),
                decision == null ? "" : decision.reason(),
                decision == null ? "" : of.body(decision.body()),
                decision == null && adjusting.mayDecide(actor, plan, wish),
                changed.stream().map(p -> views.pair(p, of)).toList());
    }

    private List<String> texts(Adjustment.Wish wish, Names.Of of) {
        var carries = messages.say(of.language(), "planning.part.carries");
        return IntStream.range(0, wish.texts().size())
                .mapToObj(i -> PartLines.shown(wish, i, of, carries))
                .toList();
    }

    private static AdjustmentsView.Entry entry(Register.Entry entry, Language language) {
        var now = entry.now();
        var promised = text(entry.promised(), language);
        var wording = now == null ? "" : text(now, language);
        return new AdjustmentsView.Entry(
                entry.id(),
                promised,
                entry.promised().deadline().toString(),
                entry.deadline() == null ? "" : entry.deadline().toString(),
                wording.equals(promised) ? "" : wording,
                now == null,
                entry.from(),
                entry.into(),
                entry.moved(),
                entry.days());
    }

    private static String text(PlanItem item, Language language) {
        return language.pick(item.textZh(), item.textEn());
    }
}
