package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.standing.Successors;

/// Tells those whose turn it is, and those whom it concerns, in the transaction of what happened.
@Component
class PlanNews {
    private final Compacts compacts;
    private final Inbox inbox;
    private final Successors successors;

    PlanNews(Compacts compacts, Inbox inbox, Successors successors) {
        this.compacts = compacts;
        this.inbox = inbox;
        this.successors = successors;
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
    void asked(Actor actor, Plan.Head head, UUID adjustment, Set<Power> decide, String reason) {
        for (var body : compacts.bodies(head.region())) {
            if (!decide.isEmpty() && body.powers().containsAll(decide)) {
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
    void decided(Actor actor, Plan.Head head, Adjustment asked, Adjustment.Decision decision) {
        tell(
                actor,
                head,
                asked.body(),
                "adjustment-decided " + asked.id(),
                decision.approved() ? "planning.told.approved" : "planning.told.refused",
                decision.reason(),
                null);
    }

    /// A plan was adjusted: the lead and cooperating units of the items that it touched, and the
    /// members that they bind, are told, whether they stand in it before or afterwards. Who has the
    /// duties of a unit now hears in its place.
    void changed(Actor actor, Plan before, Adjustment asked, List<PlanItem> after, String reason) {
        var told = new LinkedHashSet<String>();
        var texts = new LinkedHashSet<String>();
        Comparison.of(before.items(), after).stream()
                .filter(p -> !p.changed().equals(List.of("weight")))
                .flatMap(p -> Stream.of(p.before(), p.after()))
                .filter(Objects::nonNull)
                .forEach(i -> told.addAll(concerned(before.head().region(), i)));
        Comparison.of(asked.wish().items(), before.items(), after).forEach(p -> texts.add(p.id()));
        told.remove(actor.body());
        told.remove(asked.body());
        var what = Notification.word("planning.change." + Adjustment.word(asked.wish().change()));
        for (var body : told) {
            inbox.tell(
                    actor,
                    new Notification(
                            before.head().region(),
                            body,
                            "adjusted " + asked.id(),
                            "planning.told.changed",
                            List.of(before.head().title(), what, String.join("、", texts), reason),
                            "/plans/" + before.head().id() + "/adjustments",
                            null));
        }
    }

    private List<String> concerned(String region, PlanItem item) {
        var bodies = new ArrayList<String>();
        for (var unit : Stream.concat(item.lead().stream(), item.cooperating().stream()).toList()) {
            bodies.add(successors.now(region, unit));
        }
        for (var body : compacts.bodies(region)) {
            boolean bound = body.party().filter(item.parties()::contains).isPresent();
            if (bound && body.powers().contains(Power.REPORT_PROGRESS)) {
                bodies.add(body.id());
            }
        }
        return bodies;
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
