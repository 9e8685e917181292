package org.tongquan.ledger.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport;

/// The door of adjustments (动态调整): every body of the region may ask for a change of a published
/// plan; the body that the compact's rule names decides; what was promised stays in the register.
@Service
public class Adjusting {
    /// In the place of an edition shown: the plan as it reads now, or as a wish was asked on.
    public static final int LATEST = -1;

    private final Acting acting;
    private final Planning planning;
    private final Plans plans;
    private final PlanItems items;
    private final Adjustments adjustments;
    private final Compacts compacts;
    private final Ledger ledger;
    private final PlanNews news;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Adjusting(
            Acting acting,
            Planning planning,
            Plans plans,
            PlanItems items,
            Adjustments adjustments,
            Compacts compacts,
            Ledger ledger,
            PlanNews news,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.planning = planning;
        this.plans = plans;
        this.items = items;
        this.adjustments = adjustments;
        this.compacts = compacts;
        this.ledger = ledger;
        this.news = news;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Everything asked for of a plan, the latest first.
    public List<Adjustment> list(Actor actor, UUID plan) {
        return acting.read(actor, () -> adjustments.list(plan));
    }

    /// The register of promises of a plan.
    public List<Register.Entry> register(Actor actor, UUID plan) {
        return acting.read(
                actor,
                () -> {
                    var asked = adjustments.list(plan);
                    var editions = new ArrayList<Register.Edition>();
                    for (var step : plans.steps(plan)) {
                        if (PlanTasks.isEdition(step.kind())) {
                            var before =
                                    editions.isEmpty()
                                            ? List.<PlanItem>of()
                                            : editions.getLast().items();
                            var now = items.list(plan, step.edition());
                            var lineage =
                                    asked.stream()
                                            .filter(a -> a.isCarriedBy(step.edition()))
                                            .findFirst()
                                            .flatMap(a -> Register.Lineage.of(a, before, now));
                            editions.add(
                                    new Register.Edition(step.on(), now, lineage.orElse(null)));
                        }
                    }
                    return Register.of(editions);
                });
    }

    /// The file handed in with a wish.
    public Optional<ProgressReport.Attachment> evidence(Actor actor, UUID adjustment) {
        return acting.read(actor, () -> adjustments.evidence(adjustment));
    }

    /// Whether this body decides about a kind of change.
    public boolean mayDecide(Actor actor, PlanRule.Change change) {
        return rule(version(actor.region())).decides(change).map(actor::may).orElse(false);
    }

    /// Whether this body decides about a wish: it needs the power for each kind of change that the
    /// wish amounts to, and whoever approves may adopt as well.
    public boolean mayDecide(Actor actor, Plan plan, Adjustment.Wish wish) {
        var needed = needed(actor, plan, wish);
        return !needed.isEmpty() && needed.stream().allMatch(actor::may);
    }

    private Set<Power> needed(Actor actor, Plan plan, Adjustment.Wish wish) {
        return acting.read(
                actor,
                () -> {
                    var rule = rule(version(plan.head().region()));
                    var needed = EnumSet.noneOf(Power.class);
                    for (var kind : amending(plan).kinds(wish)) {
                        var power = rule.decides(kind);
                        if (power.isEmpty()) {
                            return Set.<Power>of();
                        }
                        needed.add(power.get());
                    }
                    if (needed.contains(Power.APPROVE)) {
                        needed.remove(Power.ADOPT);
                    }
                    return needed;
                });
    }

    /// What became of the items of the open wishes since they were asked for, by the wish's id: the
    /// items as they read then and as they read now. Wishes whose items read the same are left out.
    public Map<UUID, List<Comparison.Pair>> changed(Actor actor, UUID plan) {
        return acting.read(
                actor,
                () -> {
                    var changed = new LinkedHashMap<UUID, List<Comparison.Pair>>();
                    var now = items.list(plan, 0);
                    for (var asked : adjustments.list(plan)) {
                        var pairs =
                                asked.decision() == null
                                        ? since(asked.plan(), asked.wish(), asked.edition(), now)
                                        : List.<Comparison.Pair>of();
                        if (!pairs.isEmpty()) {
                            changed.put(asked.id(), pairs);
                        }
                    }
                    return changed;
                });
    }

    private List<Comparison.Pair> since(
            UUID plan, Adjustment.Wish wish, int edition, List<PlanItem> now) {
        return Comparison.of(wish.items(), items.list(plan, edition), now);
    }

    /// Asks for a change of the plan as it reads now, with its reason and evidence.
    public PlanAnswer ask(
            Actor actor,
            UUID plan,
            Adjustment.Wish wish,
            ProgressReport.@Nullable Attachment evidence) {
        return ask(actor, plan, wish, evidence, LATEST);
    }

    /// Asks for a change, with its reason and evidence.
    ///
    /// @param shown the edition that the form was opened with: when an item of the wish reads
    ///     otherwise by now, nothing is asked for
    public PlanAnswer ask(
            Actor actor,
            UUID plan,
            Adjustment.Wish wish,
            ProgressReport.@Nullable Attachment evidence,
            int shown) {
        return acting.as(
                actor,
                () -> {
                    plans.lock(plan);
                    var whole = planning.find(actor, plan);
                    if (whole.isEmpty() || actor.region().isEmpty()) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    if (shown != LATEST && isStale(whole.get(), wish, shown)) {
                        return PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE);
                    }
                    var faults = faults(whole.get(), wish, evidence != null);
                    if (!faults.isEmpty()) {
                        return new PlanAnswer.Refused(faults);
                    }
                    int edition = whole.get().edition();
                    var asked =
                            new Adjustment(
                                    ids.next(),
                                    plan,
                                    wish,
                                    edition,
                                    actor.body(),
                                    now(),
                                    evidence == null ? "" : evidence.name(),
                                    null);
                    adjustments.add(actor.region(), asked, actor);
                    var digest = new StringBuilder(asked.toString());
                    if (evidence != null) {
                        adjustments.attach(actor.region(), asked.id(), evidence);
                        digest.append('\n').append(Digest.of(evidence.content()).hex());
                    }
                    journal.record(
                            actor,
                            "adjustment-asked",
                            asked.id(),
                            Digest.ofText(digest.toString()).bytes());
                    news.asked(
                            actor,
                            whole.get().head(),
                            asked.id(),
                            needed(actor, whole.get(), wish),
                            wish.reason());
                    return new PlanAnswer.Done(asked.id());
                });
    }

    /// Whether an item of the wish reads otherwise than in the edition that somebody looked at.
    private boolean isStale(Plan plan, Adjustment.Wish wish, int shown) {
        return shown < 1
                || shown > plan.edition()
                || !since(plan.head().id(), wish, shown, plan.items()).isEmpty();
    }

    private List<PlanFault> faults(Plan plan, Adjustment.Wish wish, boolean proved) {
        if (!plan.isPublished()) {
            return List.of(PlanFault.NOT_NOW);
        }
        var version = version(plan.head().region());
        var amending = amending(plan);
        var faults = new ArrayList<>(amending.faults(wish));
        if (!proved && amending.kinds(wish).stream().anyMatch(rule(version)::asksEvidence)) {
            faults.add(PlanFault.EVIDENCE);
        }
        if (faults.isEmpty()) {
            var after = amending.apply(wish);
            for (var item : after) {
                if (!plan.items().contains(item)) {
                    faults.addAll(Planning.faults(after, item));
                }
            }
            // only who is named anew: a unit that is gone keeps nothing from being adjusted
            faults.addAll(Planning.unknown(version, wish.members(), wish.units(), ledger.today()));
        }
        return faults.stream().distinct().toList();
    }

    private Amending amending(Plan plan) {
        var rule = rule(version(plan.head().region()));
        return new Amending(plan, rule, ledger.today(), items.highest(plan.head().id()));
    }

    /// Decides about a wish on the items as they read when it was asked for.
    public PlanAnswer decide(Actor actor, UUID adjustment, boolean approved, String reason) {
        return decide(actor, adjustment, approved, reason, LATEST);
    }

    /// Decides about a wish, once. Approved, the plan reads so from today on: the working copy,
    /// the new edition and the decision are kept together or not at all.
    ///
    /// @param shown the edition that whoever decides looked at; an item that was changed after it
    ///     keeps the wish from being approved, so that no other change is overwritten unseen.
    ///     [#LATEST] for the one that the wish was asked on
    public PlanAnswer decide(
            Actor actor, UUID adjustment, boolean approved, String reason, int shown) {
        if (reason.isBlank() || reason.length() > Adjustment.MOST_REASON) {
            return PlanAnswer.Refused.of(PlanFault.REASON);
        }
        return acting.as(
                actor,
                () -> {
                    adjustments.find(adjustment).ifPresent(a -> plans.lock(a.plan()));
                    var asked = adjustments.find(adjustment);
                    var plan = asked.flatMap(a -> planning.find(actor, a.plan()));
                    if (plan.isEmpty() || !plan.get().head().region().equals(actor.region())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_FOUND);
                    }
                    if (!mayDecide(actor, plan.get(), asked.get().wish())) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_YOURS);
                    }
                    if (asked.get().decision() != null) {
                        return PlanAnswer.Refused.of(PlanFault.NOT_NOW);
                    }
                    return approved
                            ? approve(actor, plan.get(), asked.get(), reason.strip(), shown)
                            : settle(
                                    actor,
                                    asked.get(),
                                    new Adjustment.Decision(
                                            false, 0, reason.strip(), actor.body(), now()),
                                    "");
                });
    }

    private PlanAnswer approve(Actor actor, Plan plan, Adjustment asked, String reason, int shown) {
        if (isStale(plan, asked.wish(), shown == LATEST ? asked.edition() : shown)) {
            return PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE);
        }
        var faults = faults(plan, asked.wish(), !asked.evidence().isEmpty());
        if (!faults.isEmpty()) {
            return new PlanAnswer.Refused(faults);
        }
        var after = amending(plan).apply(asked.wish());
        write(plan, after);
        int edition = plan.edition() + 1;
        items.keep(plan.head(), edition);
        var step =
                new PlanStep(
                        ids.next(),
                        plan.steps().size() + 1,
                        PlanStep.Kind.ADJUSTED,
                        edition,
                        actor.body(),
                        now(),
                        ledger.today(),
                        null,
                        false,
                        reason);
        plans.addStep(plan.head(), step, actor);
        acting.afterwards(() -> ledger.refresh(plan.head().region()));
        news.changed(actor, plan, asked, after, reason);
        var kept = step + "\n" + items.list(asked.plan(), edition);
        var decision = new Adjustment.Decision(true, edition, reason, actor.body(), now());
        return settle(actor, asked, decision, kept);
    }

    /// Puts the working copy into the state wanted, touching only what differs.
    private void write(Plan plan, List<PlanItem> wanted) {
        var before = new LinkedHashMap<String, PlanItem>();
        plan.items().forEach(i -> before.put(i.id(), i));
        int place = 0;
        for (var item : wanted) {
            place++;
            var old = before.remove(item.id());
            var placed = item.atPlace(place);
            if (old == null) {
                items.add(plan.head(), List.of(placed.revised(1)));
            } else if (!old.equals(placed)) {
                items.replace(plan.head(), placed.revised(old.revision() + 1));
            }
        }
        before.values().forEach(i -> items.remove(plan.head(), i.id(), i.revision()));
    }

    /// @param kept the step and the items of the new edition, for the journal
    private PlanAnswer settle(
            Actor actor, Adjustment asked, Adjustment.Decision decision, String kept) {
        if (!adjustments.decide(actor.region(), asked, decision, actor)) {
            throw new IllegalStateException("decided meanwhile: " + asked.id());
        }
        journal.record(
                actor,
                decision.approved() ? "adjustment-approved" : "adjustment-refused",
                asked.id(),
                Digest.ofText(asked.id() + "\n" + decision + "\n" + kept).bytes());
        plans.find(asked.plan()).ifPresent(head -> news.decided(actor, head, asked, decision));
        return new PlanAnswer.Done(asked.id());
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
