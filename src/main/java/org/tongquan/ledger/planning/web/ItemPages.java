package org.tongquan.ledger.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// One item of a plan: look at it, change it, add one, take it out.
@Controller
class ItemPages {
    private static final String NEW = "new";

    private final Planning planning;
    private final PlanViews views;
    private final Names names;

    ItemPages(Planning planning, PlanViews views, Names names) {
        this.planning = planning;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/plans/{id}/items/{item}")
    ModelAndView item(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String item,
            HttpServletRequest request) {
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        var forms = new ItemForms(names.of(actor.region(), Language.of(request)));
        var form =
                item.equals(NEW)
                        ? empty(plan.head().year())
                        : plan.items().stream()
                                .filter(i -> i.id().equals(item))
                                .findFirst()
                                .map(forms::write)
                                .orElseThrow(NotFound::new);
        return show(actor, plan, form, forms, List.of(), request);
    }

    private static ItemView.Form empty(int year) {
        return new ItemView.Form(
                "",
                0,
                "",
                "",
                "",
                "",
                LocalDate.of(year, 1, 1).toString(),
                LocalDate.of(year, 12, 31).toString(),
                List.of(),
                "",
                "",
                "",
                "1",
                "",
                "");
    }

    /// Saves the form; refused with everything that is wrong with it, and nothing typed is lost.
    @PostMapping("/plans/{id}/items/{item}")
    ModelAndView save(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String item,
            ItemView.Form sent,
            HttpServletRequest request,
            RedirectAttributes after) {
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        var form = whole(sent, item);
        var forms = new ItemForms(names.of(actor.region(), Language.of(request)));
        var wanted = forms.read(form);
        if (wanted == null) {
            return show(actor, plan, form, forms, forms.faults(), request);
        }
        var answer =
                item.equals(NEW)
                        ? planning.add(actor, id, wanted)
                        : planning.change(actor, id, placed(plan, wanted));
        return switch (answer) {
            case PlanAnswer.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "planning.saved");
                yield new ModelAndView("redirect:/plans/" + id);
            }
            case PlanAnswer.Refused(var faults) -> show(actor, plan, form, forms, faults, request);
        };
    }

    @PostMapping("/plans/{id}/items/{item}/remove")
    ModelAndView remove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String item,
            @RequestParam int revision,
            HttpServletRequest request,
            RedirectAttributes after) {
        var plan = planning.find(actor, id).orElseThrow(NotFound::new);
        return switch (planning.remove(actor, id, item, revision)) {
            case PlanAnswer.Done _ -> {
                after.addFlashAttribute(Pages.NOTICE, "planning.removed");
                yield new ModelAndView("redirect:/plans/" + id);
            }
            case PlanAnswer.Refused(var faults) -> {
                var forms = new ItemForms(names.of(actor.region(), Language.of(request)));
                var form =
                        plan.items().stream()
                                .filter(i -> i.id().equals(item))
                                .findFirst()
                                .map(forms::write)
                                .orElseThrow(NotFound::new);
                yield show(actor, plan, form, forms, faults, request);
            }
        };
    }

    private static PlanItem placed(Plan plan, PlanItem wanted) {
        return plan.items().stream()
                .filter(i -> i.id().equals(wanted.id()))
                .findFirst()
                .map(i -> wanted.atPlace(i.place()))
                .orElseThrow(NotFound::new);
    }

    /// A field that the browser left out is empty.
    private static ItemView.Form whole(ItemView.Form sent, String item) {
        return new ItemView.Form(
                item.equals(NEW) ? "" : item,
                sent.revision(),
                text(sent.parent()),
                text(sent.textZh()),
                text(sent.textEn()),
                text(sent.category()),
                text(sent.start()),
                text(sent.deadline()),
                sent.parties() == null ? List.of() : sent.parties(),
                text(sent.lead()),
                text(sent.cooperating()),
                text(sent.responsible()),
                text(sent.weight()),
                text(sent.milestones()),
                text(sent.depends()));
    }

    private static String text(@org.jspecify.annotations.Nullable String sent) {
        return sent == null ? "" : sent;
    }

    private ModelAndView show(
            Actor actor,
            Plan plan,
            ItemView.Form form,
            ItemForms forms,
            List<PlanFault> faults,
            HttpServletRequest request) {
        var language = Language.of(request);
        var of = names.of(actor.region(), language);
        var commitments =
                of.compact().clauses().stream()
                        .map(
                                b ->
                                        new Option(
                                                b.clause().id(),
                                                language.pick(
                                                        b.clause().text().zh(),
                                                        text(b.clause().text().en()))))
                        .toList();
        return Show.view(
                "planning/item",
                new ItemView(
                        plan.head().id().toString(),
                        form,
                        form.id().isEmpty(),
                        Planning.mayChange(actor, plan),
                        commitments.stream()
                                .filter(o -> o.value().equals(form.parent()))
                                .map(Option::label)
                                .findFirst()
                                .orElse(""),
                        commitments,
                        of.compact().categories().stream()
                                .map(c -> new Option(c.id(), of.category(c.id())))
                                .toList(),
                        of.members().stream()
                                .map(p -> new Option(p.id(), of.party(p.id())))
                                .toList(),
                        forms.unitNames(),
                        faults.stream().map(PlanFault::word).toList(),
                        forms.unknown(),
                        views.crumbs(language, plan.head().id().toString())));
    }
}
