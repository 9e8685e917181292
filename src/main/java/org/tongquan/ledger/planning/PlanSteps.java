package org.tongquan.ledger.planning;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Ledger;

/// The door by which a plan goes on: circulated, submitted, examined, approved or returned,
/// published. What may come next, and who may do it, is decided by [Course].
@Service
public class PlanSteps {
    private final Acting acting;
    private final Plans plans;
    private final PlanTerms terms;
    private final PlanItems items;
    private final Compacts compacts;
    private final Ledger ledger;
    private final PlanNews news;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    PlanSteps(
            Acting acting,
            Plans plans,
            PlanTerms terms,
            PlanItems items,
            Compacts compacts,
            Ledger ledger,
            PlanNews news,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.plans = plans;
        this.terms = terms;
        this.items = items;
        this.compacts = compacts;
        this.ledger = ledger;
        this.news = news;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes one step with a plan, in one transaction: either the plan stands at the new step with
    /// its edition kept, or nothing happened.
    ///
    /// @param text a remark; with a return the reason, which must not be missing
    public PlanAnswer take(Actor actor, UUID plan, PlanStep.Kind kind, String text) {
        if (text.length() > PlanStep.MOST_TEXT) {
            return PlanAnswer.Refused.of(PlanFault.TEXT);
        }
        if (kind == PlanStep.Kind.RETURNED && text.isBlank()) {
            return PlanAnswer.Refused.of(PlanFault.REASON);
        }
        return acting.as(
                actor,
                () -> {
                    plans.lock(plan);
                    var head = plans.find(plan);
                    if (head.isEmpty() || !head.get().region().equals(actor.region())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    var refused = refusal(actor, head.get(), kind);
                    return refused.isPresent()
                            ? PlanAnswer.Refused.of(refused.get())
                            : taken(actor, head.get(), kind, text.strip());
                });
    }

    private Optional<PlanFault> refusal(Actor actor, Plan.Head head, PlanStep.Kind kind) {
        var steps = terms.steps(head);
        var next =
                course(head.region()).next(steps).stream()
                        .filter(n -> n.kind() == kind)
                        .findFirst();
        if (next.isEmpty()) {
            return Optional.of(PlanFault.NOT_NOW);
        }
        if (!next.get().isFor(actor)) {
            return Optional.of(PlanFault.NOT_YOURS);
        }
        if (head.size() == 0) {
            return Optional.of(PlanFault.EMPTY);
        }
        boolean goesOn = kind == PlanStep.Kind.SUBMITTED || kind == PlanStep.Kind.PUBLISHED;
        return goesOn ? comments(head, steps.getLast()) : Optional.empty();
    }

    private Course course(String region) {
        return Course.of(compacts.inForce(region, ledger.today()).orElseThrow().procedure());
    }

    /// Whoever was asked has had the time to speak, and has an answer.
    private Optional<PlanFault> comments(Plan.Head head, PlanStep last) {
        boolean open =
                last.kind() == PlanStep.Kind.CIRCULATED
                        && last.answerBy() != null
                        && !ledger.today().isAfter(last.answerBy());
        if (open) {
            return Optional.of(PlanFault.COMMENTS_OPEN);
        }
        return plans.comments(head.id()).stream().anyMatch(c -> c.reply() == null)
                ? Optional.of(PlanFault.COMMENTS_UNANSWERED)
                : Optional.empty();
    }

    private PlanAnswer taken(Actor actor, Plan.Head head, PlanStep.Kind kind, String text) {
        var steps = terms.steps(head);
        int edition = steps.stream().mapToInt(PlanStep::edition).max().orElse(0) + 1;
        var today = ledger.today();
        var due = terms.due(head.region(), kind, today, today).orElse(null);
        var step =
                new PlanStep(
                        ids.next(),
                        steps.size() + 1,
                        kind,
                        edition,
                        actor.body(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        ledger.today(),
                        due == null ? null : due.date(),
                        due != null && due.provisional(),
                        text);
        items.keep(head, edition);
        plans.addStep(head, step, actor);
        journal.record(
                actor,
                "plan-" + kind.word(),
                head.id(),
                Digest.ofText(step + "\n" + items.list(head.id(), edition)).bytes());
        news.taken(actor, head, step, course(head.region()).next(plans.steps(head.id())));
        if (kind == PlanStep.Kind.PUBLISHED) {
            acting.afterwards(() -> ledger.refresh(head.region()));
        }
        return new PlanAnswer.Done(step.id());
    }
}
