package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.terms.MovedTerms;

/// The terms that a plan's steps set: reckoned when the step is taken, and again by the calendar of
/// today as long as they rest on holidays that were not announced then.
@Component
class PlanTerms implements MovedTerms {
    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Plans plans;
    private final Compacts compacts;
    private final Ledger ledger;

    PlanTerms(Acting acting, Plans plans, Compacts compacts, Ledger ledger) {
        this.acting = acting;
        this.plans = plans;
        this.compacts = compacts;
        this.ledger = ledger;
    }

    /// The last day of what a step asks of others, by the rule of the day it is taken on and the
    /// calendar of another; empty when it asks nothing.
    Optional<WorkCalendar.Due> due(
            String region, PlanStep.Kind kind, LocalDate taken, LocalDate today) {
        int days =
                compacts.inForce(region, taken)
                        .flatMap(version -> version.rule(Compact::planning, taken))
                        .map(rule -> workdays(rule, kind))
                        .orElse(0);
        return days == 0
                ? Optional.empty()
                : compacts.calendar(region, today)
                        .map(c -> c.due(taken, days, WorkCalendar.TermUnit.WORKDAY));
    }

    /// Workdays that a rule gives others after a step; 0 when it asks nothing of them.
    static int workdays(PlanRule rule, PlanStep.Kind kind) {
        return switch (kind) {
            case CIRCULATED -> rule.commentDays();
            case SUBMITTED, EXAMINED -> rule.answerDays();
            case DRAWN, APPROVED, RETURNED, PUBLISHED, ADJUSTED -> 0;
        };
    }

    /// The steps that a plan took, their terms as they end today. Within a transaction.
    List<PlanStep> steps(Plan.Head head) {
        var today = ledger.today();
        return plans.steps(head.id()).stream().map(s -> again(head.region(), s, today)).toList();
    }

    private PlanStep again(String region, PlanStep step, LocalDate today) {
        return step.provisional()
                ? due(region, step.kind(), step.on(), today).map(step::due).orElse(step)
                : step;
    }

    @Override
    public List<Moved> moved(String region, LocalDate day) {
        return acting.read(
                JOB,
                () -> {
                    var moved = new ArrayList<Moved>();
                    for (var head : plans.list(region)) {
                        var told = plans.steps(head.id()).getLast();
                        var now = again(region, told, day).answerBy();
                        if (told.answerBy() != null
                                && now != null
                                && !now.equals(told.answerBy())) {
                            moved.add(
                                    new Moved(
                                            "plan " + told.id(),
                                            head.title(),
                                            everybody(region),
                                            told.answerBy(),
                                            now,
                                            "/plans/" + head.id()));
                        }
                    }
                    return moved;
                });
    }

    private List<String> everybody(String region) {
        return compacts.bodies(region).stream().map(b -> b.id()).toList();
    }
}
