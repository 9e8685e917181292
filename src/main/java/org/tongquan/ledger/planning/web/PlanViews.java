package org.tongquan.ledger.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.planning.Comparison;
import org.tongquan.ledger.planning.Course;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes the views of plans.
@Component
class PlanViews {
    private final Names names;
    private final Messages messages;

    PlanViews(Names names, Messages messages) {
        this.names = names;
        this.messages = messages;
    }

    PlanView plan(Actor actor, Plan plan, Language language, List<String> faults) {
        var of = names.of(actor.region(), language);
        return new PlanView(
                plan.head().id().toString(),
                plan.head().title(),
                plan.head().year(),
                plan.head().state().word(),
                Course.of(of.compact().procedure()).stages().stream()
                        .map(s -> of.body(s.body()))
                        .toList(),
                plan.steps().stream().map(s -> step(s, of)).toList(),
                plan.next().stream().map(n -> next(actor, n, of)).toList(),
                plan.comments().stream().map(c -> comment(c, of)).toList(),
                plan.items().stream().map(i -> row(plan, i, of)).toList(),
                Planning.mayChange(actor, plan),
                plan.last().kind() == PlanStep.Kind.CIRCULATED,
                actor.may(Power.DRAFT),
                plan.isPublished(),
                editions(plan, language),
                faults,
                crumbs(language, ""));
    }

    private static PlanView.StepView step(PlanStep step, Names.Of of) {
        return new PlanView.StepView(
                step.kind().word(),
                step.on().toString(),
                of.body(step.body()),
                step.kind() == PlanStep.Kind.DRAWN ? "" : step.text(),
                step.answerBy() == null ? "" : step.answerBy().toString(),
                step.provisional());
    }

    private static PlanView.NextView next(Actor actor, Course.Next next, Names.Of of) {
        return new PlanView.NextView(
                next.kind().word(),
                next.body().isEmpty() ? "" : of.body(next.body()),
                next.isFor(actor));
    }

    private static PlanView.CommentView comment(Plan.Comment comment, Names.Of of) {
        var reply = comment.reply();
        return new PlanView.CommentView(
                comment.id().toString(),
                comment.item(),
                of.body(comment.body()),
                Moments.of(comment.at()),
                comment.text(),
                reply != null,
                reply != null && reply.taken(),
                reply == null ? "" : reply.text());
    }

    private static PlanView.Row row(Plan plan, PlanItem item, Names.Of of) {
        return new PlanView.Row(
                "/plans/" + plan.head().id() + "/items/" + item.id(),
                item.id(),
                of.language().pick(item.textZh(), item.textEn()),
                parties(item, of),
                units(item.lead(), of),
                units(item.cooperating(), of),
                item.deadline().toString(),
                item.milestones().stream()
                        .map(m -> m.due().toString().substring(5) + " " + m.percent() + "%")
                        .toList(),
                item.weight());
    }

    private static String parties(PlanItem item, Names.Of of) {
        return item.parties().stream()
                .map(of::party)
                .collect(Collectors.joining(of.language() == Language.ZH ? "、" : ", "));
    }

    private static String units(List<String> units, Names.Of of) {
        return units.stream().map(of::body).collect(Collectors.joining("、"));
    }

    /// Editions kept so far and the working copy.
    List<Option> editions(Plan plan, Language language) {
        var options = new ArrayList<Option>();
        for (var step : plan.steps()) {
            if (step.edition() > 0) {
                options.add(
                        new Option(
                                Integer.toString(step.edition()),
                                step.edition()
                                        + " · "
                                        + messages.say(
                                                language, "planning.step." + step.kind().word())
                                        + " · "
                                        + step.on()));
            }
        }
        options.add(new Option("0", messages.say(language, "planning.working-copy")));
        return options;
    }

    CompareView compare(
            Plan plan, Language language, int from, int to, List<Comparison.Pair> pairs) {
        var of = names.of(plan.head().region(), language);
        return new CompareView(
                plan.head().id().toString(),
                editions(plan, language),
                Integer.toString(from),
                Integer.toString(to),
                pairs.stream().map(p -> pair(p, of)).toList(),
                crumbs(language, plan.head().id().toString()));
    }

    /// An item in two editions.
    CompareView.Row pair(Comparison.Pair pair, Names.Of of) {
        return new CompareView.Row(
                pair.id(),
                pair.changed().stream().map(c -> field(of.language(), c)).toList(),
                side(pair.before(), of),
                side(pair.after(), of));
    }

    private String field(Language language, String name) {
        return messages.say(language, "planning.field." + name);
    }

    private static CompareView.Side side(
            @org.jspecify.annotations.Nullable PlanItem item, Names.Of of) {
        return item == null
                ? new CompareView.Side(false, "", "", "", "", "")
                : new CompareView.Side(
                        true,
                        of.language().pick(item.textZh(), item.textEn()),
                        item.deadline().toString(),
                        parties(item, of),
                        units(item.lead(), of),
                        item.milestones().stream()
                                .map(m -> m.due() + " " + m.percent() + "%")
                                .collect(Collectors.joining("; ")));
    }

    /// @param plan id of the plan whose page lies above; empty on that page itself
    List<Crumb> crumbs(Language language, String plan) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb("/plans", messages.say(language, "planning.title")));
        if (!plan.isEmpty()) {
            crumbs.add(new Crumb("/plans/" + plan, messages.say(language, "planning.plan")));
        }
        return crumbs;
    }
}
