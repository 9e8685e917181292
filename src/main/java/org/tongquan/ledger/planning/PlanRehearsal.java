package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.rehearsing.Rehearsed;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.rehearsing.Trial;

/// What a version's rule of plans says about the steps that plans took and the changes asked for:
/// until when others were to answer, and who decides.
@Component
class PlanRehearsal implements Rehearsed {
    private final Acting acting;
    private final Plans plans;
    private final Adjustments adjustments;

    PlanRehearsal(Acting acting, Plans plans, Adjustments adjustments) {
        this.acting = acting;
        this.plans = plans;
        this.adjustments = adjustments;
    }

    @Override
    public List<Said> under(Trial trial) {
        return acting.read(
                trial.actor(),
                () -> {
                    var said = new ArrayList<Said>();
                    for (var head : plans.list(trial.region())) {
                        plans.steps(head.id()).stream()
                                .filter(s -> trial.has(s.on()))
                                .forEach(s -> said.addAll(term(trial, head, s)));
                        adjustments.list(head.id()).stream()
                                .filter(a -> trial.has(day(a)))
                                .forEach(a -> said.addAll(route(trial, head, a)));
                    }
                    return said;
                });
    }

    private static LocalDate day(Adjustment asked) {
        return LocalDate.ofInstant(asked.at(), Ledger.ZONE);
    }

    private static List<Said> term(Trial trial, Plan.Head head, PlanStep step) {
        return trial.rule(Compact::planning, step.on()).stream()
                .map(rule -> PlanTerms.workdays(rule, step.kind()))
                .filter(days -> days > 0)
                .map(
                        days ->
                                new Said(
                                        Said.What.PLAN_TERM,
                                        step.id().toString(),
                                        head.title() + " " + step.kind().word(),
                                        "",
                                        trial.due(step.on(), days).toString()))
                .toList();
    }

    private static List<Said> route(Trial trial, Plan.Head head, Adjustment asked) {
        PlanRule.Change change = asked.wish().change();
        return trial
                .rule(Compact::planning, day(asked))
                .flatMap(rule -> rule.decides(change))
                .stream()
                .map(
                        power ->
                                new Said(
                                        Said.What.ADJUSTMENT,
                                        asked.id().toString(),
                                        "%s %s %s"
                                                .formatted(
                                                        head.title(),
                                                        Adjustment.word(change),
                                                        String.join(" ", asked.wish().items()))
                                                .strip(),
                                        "",
                                        power.name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
