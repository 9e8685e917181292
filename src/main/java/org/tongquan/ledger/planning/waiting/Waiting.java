package org.tongquan.ledger.planning.waiting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.PublishedPlans;

/// The door: what an item of a published plan waits for, and who waits for it.
@Service
public class Waiting {
    private final Acting acting;
    private final PublishedPlans plans;
    private final Ledger ledger;

    Waiting(Acting acting, PublishedPlans plans, Ledger ledger) {
        this.acting = acting;
        this.plans = plans;
        this.ledger = ledger;
    }

    /// An item as the plan in force states it.
    ///
    /// @param waits what it waits for; `awaited` who waits for it
    public record Placed(Plan.Head plan, PlanItem item, List<Wait> waits, List<Wait> awaited) {
        public Placed {
            waits = List.copyOf(waits);
            awaited = List.copyOf(awaited);
        }
    }

    /// One item of a published plan; empty when no plan that the actor sees states it.
    public Optional<Placed> find(Actor actor, String region, String item) {
        return acting.read(
                actor,
                () -> {
                    for (var plan : plans.list(actor, region)) {
                        for (var one : plan.items()) {
                            if (one.id().equals(item)) {
                                return Optional.of(placed(actor, plan, one));
                            }
                        }
                    }
                    return Optional.<Placed>empty();
                });
    }

    private Placed placed(Actor actor, PublishedPlans.Published plan, PlanItem one) {
        var near =
                plan.items().stream()
                        .filter(
                                i ->
                                        i.id().equals(one.id())
                                                || one.depends().contains(i.id())
                                                || i.depends().contains(one.id()))
                        .toList();
        var waits = of(actor, plan.head().region(), near);
        return new Placed(
                plan.head(),
                one,
                waits.stream().filter(w -> w.item().id().equals(one.id())).toList(),
                waits.stream().filter(w -> w.on().id().equals(one.id())).toList());
    }

    /// Who waits for whom among some items of one plan, in their order.
    public List<Wait> of(Actor actor, String region, List<PlanItem> items) {
        return acting.read(
                actor, () -> Waits.of(items, percents(actor, region, items), ledger.today()));
    }

    private Map<String, Integer> percents(Actor actor, String region, List<PlanItem> items) {
        var percents = new HashMap<String, Integer>();
        for (var item : items) {
            boolean counts =
                    !item.depends().isEmpty()
                            || items.stream().anyMatch(i -> i.depends().contains(item.id()));
            if (counts) {
                ledger.find(actor, region, item.id()).stream()
                        .flatMap(c -> c.obligations().stream())
                        .mapToInt(o -> o.standing().percent())
                        .min()
                        .ifPresent(p -> percents.put(item.id(), p));
            }
        }
        return percents;
    }
}
