package org.tongquan.ledger.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.matter.Bodies;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;

/// The door of decisions (议定事项) once their minutes are confirmed: reported, returned, closed, or
/// made an item of a plan.
@Service
public class Resolving {
    private final Acting acting;
    private final Meetings meetings;
    private final Resolutions resolutions;
    private final MeetingRecords records;
    private final Planning planning;
    private final Adjusting adjusting;

    Resolving(
            Acting acting,
            Meetings meetings,
            Resolutions resolutions,
            MeetingRecords records,
            Planning planning,
            Adjusting adjusting) {
        this.acting = acting;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.records = records;
        this.planning = planning;
        this.adjusting = adjusting;
    }

    /// The decisions that this body sees, the latest first.
    ///
    /// @param mine only those that this body has to carry out
    /// @param openOnly leaves out what is done or went into a plan
    public List<Resolution.File> list(Actor actor, boolean mine, boolean openOnly) {
        return acting.read(
                actor,
                () ->
                        records
                                .files(resolutions.issued(actor.region(), Convening.MOST_LISTED))
                                .stream()
                                .filter(f -> !mine || carriesOut(actor, f.resolution()))
                                .filter(f -> !openOnly || f.course().state().isOpen())
                                .toList());
    }

    /// One decision; empty when there is none or this body may not see it.
    public Optional<Resolution.File> find(Actor actor, UUID id) {
        return acting.read(
                actor,
                () ->
                        resolutions
                                .find(id)
                                .filter(Resolution::issued)
                                .map(r -> records.files(List.of(r)).getFirst()));
    }

    /// One of the units named, or, where a body of a party is named, any unit of that party.
    private boolean carriesOut(Actor actor, Resolution resolution) {
        var units = new ArrayList<>(resolution.lead());
        units.addAll(resolution.cooperating());
        return units.contains(actor.body())
                || (actor.may(Power.REPORT_PROGRESS)
                        && records.bodies(actor.region())
                                .filter(b -> speaksFor(b, actor.body(), units))
                                .isPresent());
    }

    private static boolean speaksFor(Bodies bodies, String body, List<String> units) {
        var party = bodies.partyOf(body);
        return !party.isEmpty()
                && units.stream()
                        .filter(u -> !u.contains("/"))
                        .anyMatch(u -> bodies.partyOf(u).equals(party));
    }

    /// The steps that this body may take on a decision now.
    public List<Resolution.Step> next(Actor actor, Resolution.File file) {
        return acting.read(
                actor,
                () ->
                        Arrays.stream(Resolution.Step.values())
                                .filter(file.course()::allows)
                                .filter(s -> refuse(actor, file, s).isEmpty())
                                .toList());
    }

    private Optional<MeetingFault> refuse(Actor actor, Resolution.File file, Resolution.Step step) {
        boolean own = carriesOut(actor, file.resolution());
        return switch (step) {
            case ISSUED -> Optional.of(MeetingFault.NOT_NOW);
            case REPORTED -> own ? Optional.empty() : Optional.of(MeetingFault.NOT_YOURS);
            case RETURNED, CLOSED, PLANNED -> {
                if (own) {
                    yield Optional.of(MeetingFault.OWN_CASE);
                }
                yield settles(actor, file) ? Optional.empty() : Optional.of(MeetingFault.NOT_YOURS);
            }
        };
    }

    /// Who called the meeting, who met, or a body of the whole region that supervises.
    private boolean settles(Actor actor, Resolution.File file) {
        var meeting = meetings.find(file.resolution().meeting());
        boolean theirs =
                meeting.filter(m -> m.body().equals(actor.body()) || m.meets().equals(actor.body()))
                        .isPresent();
        boolean common = records.bodies(actor.region()).filter(b -> b.isCommon(actor)).isPresent();
        return theirs || (meeting.isPresent() && common && actor.may(Power.SUPERVISE));
    }

    /// Takes a step: reported, returned, closed. For [Resolution.Step#PLANNED] see [#intoPlan].
    ///
    /// @param shown number of the last event that the actor saw
    public MeetingAnswer act(Actor actor, UUID id, Resolution.Step step, int shown, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > Convening.MOST_TEXT) {
            return MeetingAnswer.Refused.of(MeetingFault.TEXT);
        }
        if (step == Resolution.Step.PLANNED) {
            return MeetingAnswer.Refused.of(MeetingFault.PLAN);
        }
        return acting.as(actor, () -> step(actor, id, step, shown, words, null));
    }

    /// The plans that can take a decision: published ones by an adjustment, those being drawn up
    /// by one more item.
    public List<Plan.Head> plans(Actor actor) {
        return acting.read(
                actor, () -> planning.list(actor).stream().filter(h -> takes(actor, h)).toList());
    }

    private boolean takes(Actor actor, Plan.Head head) {
        return planning.find(actor, head.id())
                .filter(p -> p.isPublished() || Planning.mayChange(actor, p))
                .isPresent();
    }

    /// Makes a decision an item of a plan, through the plan's own doors: it asks for an adjustment
    /// of a published plan, or adds an item to one that is being drawn up.
    ///
    /// @param parent commitment that the item serves; empty when it stands for itself
    public MeetingAnswer intoPlan(Actor actor, UUID id, int shown, UUID plan, String parent) {
        return acting.as(
                actor,
                () -> {
                    var file = find(actor, id);
                    var into = planning.find(actor, plan);
                    if (file.isEmpty() || into.isEmpty()) {
                        return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
                    }
                    var target = new Target(into.get(), parent);
                    return step(actor, id, Resolution.Step.PLANNED, shown, "", target);
                });
    }

    private record Target(Plan plan, String parent) {}

    private MeetingAnswer step(
            Actor actor,
            UUID id,
            Resolution.Step step,
            int shown,
            String text,
            @Nullable Target target) {
        meetings.lock(actor.region());
        var file = find(actor, id);
        if (file.isEmpty()) {
            return MeetingAnswer.Refused.of(MeetingFault.NOT_FOUND);
        }
        var refusal = refuse(actor, file.get(), step);
        if (refusal.isPresent()) {
            return MeetingAnswer.Refused.of(refusal.get());
        }
        if (file.get().course().seq() != shown) {
            return new MeetingAnswer.Stale(id, file.get().course().seq());
        }
        if (!file.get().course().allows(step)) {
            return MeetingAnswer.Refused.of(MeetingFault.NOT_NOW);
        }
        if (target == null) {
            return taken(actor, file.get(), step, text, null, null);
        }
        var resolution = file.get().resolution();
        boolean published = target.plan().isPublished();
        var answer =
                published
                        ? adjusting.ask(
                                actor, target.plan().head().id(), wish(file.get(), target), null)
                        : planning.add(actor, target.plan().head().id(), item(resolution, target));
        return switch (answer) {
            case PlanAnswer.Refused _ -> MeetingAnswer.Refused.of(MeetingFault.PLAN);
            case PlanAnswer.Done(var made) ->
                    taken(
                            actor,
                            file.get(),
                            step,
                            target.plan().head().title(),
                            target.plan().head().id(),
                            published ? made : null);
        };
    }

    private MeetingAnswer taken(
            Actor actor,
            Resolution.File file,
            Resolution.Step step,
            String text,
            @Nullable UUID plan,
            @Nullable UUID adjustment) {
        var resolution = file.resolution();
        var event = records.event(actor, file, step, text, plan, adjustment);
        records.add(actor, resolution, event);
        List<String> told = new ArrayList<>();
        if (step == Resolution.Step.REPORTED) {
            told.add(file.caller());
        } else {
            told.addAll(resolution.lead());
            told.addAll(resolution.cooperating());
        }
        records.tell(actor, resolution, told, step.word(), event.seq());
        return new MeetingAnswer.Done(resolution.id(), event.seq());
    }

    private static Adjustment.Wish wish(Resolution.File file, Target target) {
        var resolution = file.resolution();
        return new Adjustment.Wish(
                PlanRule.Change.ADD,
                List.of(),
                List.of(resolution.text()),
                target.parent(),
                resolution.parties(),
                units(resolution.lead()),
                resolution.deadline(),
                "会议议定事项：" + file.meeting());
    }

    private PlanItem item(Resolution resolution, Target target) {
        var plan = target.plan();
        var alike =
                plan.items().stream()
                        .filter(i -> i.parent().equals(target.parent()))
                        .findFirst()
                        .or(() -> plan.items().stream().findFirst());
        var deadline = resolution.deadline();
        var end = records.today().withDayOfYear(1).withYear(plan.head().year() + 1).minusDays(1);
        var until = deadline == null ? end : deadline;
        var start = records.today().isAfter(until) ? until : records.today();
        return new PlanItem(
                "",
                0,
                1,
                target.parent(),
                resolution.text(),
                "",
                alike.map(PlanItem::category).orElse(""),
                start,
                until,
                resolution.parties(),
                units(resolution.lead()),
                units(resolution.cooperating()).stream()
                        .map(u -> new PlanItem.Share(u, ""))
                        .toList(),
                "",
                1,
                List.of(),
                List.of());
    }

    /// Departments only: a plan knows no other units.
    private static List<String> units(List<String> ids) {
        return ids.stream().filter(u -> u.contains("/")).toList();
    }
}
