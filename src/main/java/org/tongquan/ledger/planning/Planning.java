package org.tongquan.ledger.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.standing.Duty;

/// The door of the yearly plan: drawn up from the commitments in force, worked on, commented.
/// [PlanSteps] takes it through its course.
@Service
public class Planning {
    /// A plan is drawn up for this year or at most so many years ahead or back.
    public static final int MOST_YEARS_AWAY = 2;

    public static final int MOST_TITLE = 120;
    public static final int MOST_ITEMS = 5_000;

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

    Planning(
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

    /// The plans of the actor's region, the latest year first.
    public List<Plan.Head> list(Actor actor) {
        return acting.read(actor, () -> plans.list(actor.region()));
    }

    /// A plan with its working copy; empty when there is none in the actor's region.
    public Optional<Plan> find(Actor actor, UUID id) {
        return acting.read(actor, () -> plans.find(id).map(this::whole));
    }

    private Plan whole(Plan.Head head) {
        var steps = terms.steps(head);
        return new Plan(
                head,
                items.list(head.id(), 0),
                steps,
                plans.comments(head.id()),
                Course.of(version(head.region()).procedure()).next(steps));
    }

    /// The items of one kept edition; edition 0 is the working copy.
    public List<PlanItem> edition(Actor actor, UUID plan, int edition) {
        return acting.read(actor, () -> items.list(plan, edition));
    }

    /// Draws up a plan of a year: an item for each task in force.
    public PlanAnswer draw(Actor actor, int year, String title) {
        var faults = new ArrayList<PlanFault>();
        int thisYear = ledger.today().getYear();
        if (!actor.may(Power.DRAFT) || actor.region().isEmpty()) {
            faults.add(PlanFault.NOT_YOURS);
        }
        if (Math.abs(year - thisYear) > MOST_YEARS_AWAY) {
            faults.add(PlanFault.YEAR);
        }
        if (title.isBlank() || title.length() > MOST_TITLE) {
            faults.add(PlanFault.TEXT);
        }
        if (!faults.isEmpty()) {
            return new PlanAnswer.Refused(faults);
        }
        return acting.as(
                actor,
                () -> {
                    if (plans.list(actor.region()).stream().anyMatch(p -> p.year() == year)) {
                        return PlanAnswer.Refused.of(PlanFault.EXISTS);
                    }
                    var version = version(actor.region());
                    var drawn = Drawing.of(version, rule(version), year, finished(actor));
                    var head =
                            new Plan.Head(
                                    ids.next(),
                                    actor.region(),
                                    year,
                                    title.strip(),
                                    PlanStep.Kind.DRAWN,
                                    drawn.size());
                    var at = now();
                    plans.add(head, actor, at);
                    plans.addStep(head, drawnStep(actor, head, at), actor);
                    items.add(head, drawn);
                    journal.record(
                            actor,
                            "plan-drawn",
                            head.id(),
                            Digest.ofText(head + "\n" + drawn).bytes());
                    return new PlanAnswer.Done(head.id());
                });
    }

    /// Commitments on which no party has anything left to do.
    private Set<String> finished(Actor actor) {
        var all = new HashSet<String>();
        var open = new HashSet<String>();
        for (var one : ledger.asOf(actor, actor.region(), ledger.today(), now())) {
            boolean isDone = one.standing().percent() == Duty.DONE;
            (isDone ? all : open).add(one.commitment().id());
        }
        all.removeAll(open);
        return all;
    }

    private PlanStep drawnStep(Actor actor, Plan.Head head, Instant at) {
        return new PlanStep(
                ids.next(),
                1,
                PlanStep.Kind.DRAWN,
                0,
                actor.body(),
                at,
                ledger.today(),
                null,
                false,
                head.title());
    }

    /// Changes an item of the working copy. Its revision is the one that the form was opened
    /// with; a later change by somebody else refuses this one, so nothing is overwritten.
    public PlanAnswer change(Actor actor, UUID plan, PlanItem wanted) {
        return working(
                actor,
                plan,
                whole -> {
                    var faults = faults(whole, wanted);
                    if (!faults.isEmpty()) {
                        return new PlanAnswer.Refused(faults);
                    }
                    var next = wanted.revised(wanted.revision() + 1);
                    if (!items.replace(whole.head(), next)) {
                        return PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE);
                    }
                    return edited(actor, whole, "plan-item-changed", next.toString());
                });
    }

    /// Adds an item to the working copy, under the next free id.
    public PlanAnswer add(Actor actor, UUID plan, PlanItem wanted) {
        return working(
                actor,
                plan,
                whole -> {
                    var item = numbered(whole, wanted, items.highest(plan));
                    var faults = faults(whole, item);
                    if (whole.items().size() >= MOST_ITEMS) {
                        faults.add(PlanFault.NOT_NOW);
                    }
                    if (!faults.isEmpty()) {
                        return new PlanAnswer.Refused(faults);
                    }
                    items.add(whole.head(), List.of(item));
                    return edited(actor, whole, "plan-item-added", item.toString());
                });
    }

    /// @param last number given last
    static PlanItem numbered(Plan whole, PlanItem wanted, int last) {
        int place = whole.items().stream().mapToInt(PlanItem::place).max().orElse(0) + 1;
        var id = "%d-%03d".formatted(whole.head().year(), last + 1);
        return wanted.numbered(id, place);
    }

    /// Takes an item out of the working copy.
    public PlanAnswer remove(Actor actor, UUID plan, String item, int revision) {
        return working(
                actor,
                plan,
                whole -> {
                    if (whole.items().stream().anyMatch(i -> i.depends().contains(item))) {
                        return PlanAnswer.Refused.of(PlanFault.DEPENDS);
                    }
                    if (!items.remove(whole.head(), item, revision)) {
                        return PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE);
                    }
                    return edited(actor, whole, "plan-item-removed", item + "\n" + revision);
                });
    }

    /// Comments the plan or one of its items while it is circulated. Every body of the region may.
    ///
    /// @param item id of the item; empty for the whole plan
    public PlanAnswer comment(Actor actor, UUID plan, String item, String text) {
        if (text.isBlank() || text.length() > PlanStep.MOST_TEXT) {
            return PlanAnswer.Refused.of(PlanFault.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    plans.lock(plan);
                    var head = plans.find(plan);
                    if (head.isEmpty() || !head.get().region().equals(actor.region())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    var step = terms.steps(head.get()).getLast();
                    boolean over =
                            step.answerBy() != null && ledger.today().isAfter(step.answerBy());
                    if (step.kind() != PlanStep.Kind.CIRCULATED || over) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_NOW);
                    }
                    var comment =
                            new Plan.Comment(
                                    ids.next(), item, actor.body(), now(), text.strip(), null);
                    plans.addComment(head.get(), comment, actor);
                    journal.record(
                            actor,
                            "plan-commented",
                            comment.id(),
                            Digest.ofText(plan + "\n" + comment).bytes());
                    return new PlanAnswer.Done(comment.id());
                });
    }

    /// Answers a comment, once.
    ///
    /// @param taken whether the plan follows it
    public PlanAnswer answer(Actor actor, UUID comment, boolean taken, String text) {
        if (!actor.may(Power.DRAFT)) {
            return PlanAnswer.Refused.of(PlanFault.NOT_YOURS);
        }
        if (text.isBlank() || text.length() > PlanStep.MOST_TEXT) {
            return PlanAnswer.Refused.of(PlanFault.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    var plan = plans.planOf(comment).flatMap(plans::find);
                    if (plan.isEmpty() || !plan.get().region().equals(actor.region())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    var reply = new Plan.Reply(taken, actor.body(), now(), text.strip());
                    if (!plans.answer(plan.get(), comment, reply, actor)) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_NOW);
                    }
                    journal.record(
                            actor,
                            "plan-comment-answered",
                            comment,
                            Digest.ofText(comment + "\n" + reply).bytes());
                    plans.comments(plan.get().id()).stream()
                            .filter(c -> c.id().equals(comment))
                            .forEach(c -> news.answered(actor, plan.get(), c));
                    return new PlanAnswer.Done(comment);
                });
    }

    /// Work on the working copy by whoever may change it at the step it stands at.
    private PlanAnswer working(Actor actor, UUID plan, Function<Plan, PlanAnswer> work) {
        return acting.as(
                actor,
                () -> {
                    plans.lock(plan);
                    var whole = plans.find(plan).map(this::whole);
                    if (whole.isEmpty() || !whole.get().head().region().equals(actor.region())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    return mayChange(actor, whole.get())
                            ? work.apply(whole.get())
                            : PlanAnswer.Refused.of(PlanFault.NOT_NOW);
                });
    }

    /// Whoever draws it up until it is handed in; then the body that examines completes it.
    public static boolean mayChange(Actor actor, Plan plan) {
        return switch (plan.last().kind()) {
            case DRAWN, CIRCULATED, RETURNED -> actor.may(Power.DRAFT);
            case SUBMITTED ->
                    plan.next().stream()
                            .anyMatch(n -> n.kind() == PlanStep.Kind.EXAMINED && n.isFor(actor));
            case EXAMINED, APPROVED, PUBLISHED, ADJUSTED -> false;
        };
    }

    private List<PlanFault> faults(Plan whole, PlanItem item) {
        var faults = faults(whole.items(), item);
        var units = new ArrayList<>(item.lead());
        units.addAll(item.cooperating());
        var today = ledger.today();
        faults.addAll(unknown(version(whole.head().region()), item.parties(), units, today));
        return new ArrayList<>(new LinkedHashSet<>(faults));
    }

    /// What is wrong with an item among the others.
    static List<PlanFault> faults(List<PlanItem> all, PlanItem item) {
        var others = all.stream().map(PlanItem::id).filter(id -> !id.equals(item.id())).toList();
        var faults = item.faults(others);
        if (isCircle(all, item)) {
            faults.add(PlanFault.DEPENDS);
        }
        return faults;
    }

    /// Whether somebody is named who is no member, or no unit, of the compact in force.
    static List<PlanFault> unknown(
            Resolved version, List<String> parties, List<String> units, LocalDate day) {
        var faults = new ArrayList<PlanFault>();
        if (!version.compact().members(day).stream().map(Party::id).toList().containsAll(parties)) {
            faults.add(PlanFault.PARTIES);
        }
        if (!units.stream().allMatch(u -> version.findResponsibleUnit(u, day).isPresent())) {
            faults.add(PlanFault.UNIT);
        }
        return faults;
    }

    /// Whether what an item depends on depends on it in the end.
    private static boolean isCircle(List<PlanItem> all, PlanItem item) {
        Set<String> seen = new HashSet<>();
        var open = new ArrayList<>(item.depends());
        while (!open.isEmpty()) {
            var id = open.removeLast();
            if (id.equals(item.id())) {
                return true;
            }
            if (seen.add(id)) {
                all.stream().filter(i -> i.id().equals(id)).forEach(i -> open.addAll(i.depends()));
            }
        }
        return false;
    }

    private PlanAnswer edited(Actor actor, Plan whole, String kind, String what) {
        journal.record(actor, kind, whole.head().id(), Digest.ofText(what).bytes());
        return new PlanAnswer.Done(whole.head().id());
    }

    private Resolved version(String region) {
        return compacts.inForce(region, ledger.today()).orElseThrow();
    }

    private PlanRule rule(Resolved version) {
        return version.rule(Compact::planning, ledger.today()).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
