package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Tells those whose turn it is, and those whom it concerns, in the transaction of what happened.
@Component
class PlanNews {
    private final Compacts compacts;
    private final Inbox inbox;

    PlanNews(Compacts compacts, Inbox inbox) {
        this.compacts = compacts;
        this.inbox = inbox;
    }

    /// A step that a plan took: circulation and publication reach everybody, any other step those
    /// who take the next one.
    void taken(Actor actor, Plan.Head head, PlanStep step, List<Course.Next> next) {
        switch (step.kind()) {
            case CIRCULATED, PUBLISHED ->
                    tell(actor, head, step, "planning.told." + step.kind().word(), b -> true);
            case RETURNED ->
                    tell(
                            actor,
                            head,
                            step,
                            "planning.told.returned",
                            b -> b.powers().contains(Power.DRAFT));
            case SUBMITTED, EXAMINED, APPROVED ->
                    tell(
                            actor,
                            head,
                            step,
                            "planning.told.turn",
                            b -> next.stream().anyMatch(n -> n.isFor(as(b))));
            case DRAWN, ADJUSTED -> {}
        }
    }

    private static Actor as(AdoptedBody body) {
        return new Actor("-", body.id(), body.region(), body.powers());
    }

    private void tell(
            Actor actor,
            Plan.Head head,
            PlanStep step,
            String message,
            Predicate<AdoptedBody> whom) {
        for (var body : compacts.bodies(head.region())) {
            if (!body.id().equals(actor.body()) && whom.test(body)) {
                tell(actor, head, body.id(), "plan " + step.id(), message, "", step.answerBy());
            }
        }
    }

    /// A comment that was answered: who made it is told.
    void answered(Actor actor, Plan.Head head, Plan.Comment comment) {
        tell(
                actor,
                head,
                comment.body(),
                "plan-answer " + comment.id(),
                "planning.told.answered",
                "",
                null);
    }

    /// A change asked for: those who decide about it are told.
    void asked(Actor actor, Plan.Head head, UUID adjustment, Power decides, String reason) {
        for (var body : compacts.bodies(head.region())) {
            if (body.powers().contains(decides)) {
                tell(
                        actor,
                        head,
                        body.id(),
                        "adjustment " + adjustment,
                        "planning.told.asked",
                        reason,
                        null);
            }
        }
    }

    /// A change decided: who asked is told.
    void decided(Actor actor, Plan.Head head, Adjustment asked, boolean approved, String reason) {
        tell(
                actor,
                head,
                asked.body(),
                "adjustment-decided " + asked.id(),
                approved ? "planning.told.approved" : "planning.told.refused",
                reason,
                null);
    }

    private void tell(
            Actor actor,
            Plan.Head head,
            String body,
            String key,
            String message,
            String words,
            @Nullable LocalDate due) {
        var register = message.contains(".turn") || words.isEmpty() ? "" : "/adjustments";
        inbox.tell(
                actor,
                new Notification(
                        head.region(),
                        body,
                        key,
                        message,
                        List.of(head.title(), words),
                        "/plans/" + head.id() + register,
                        due));
    }
}
