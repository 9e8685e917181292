package org.tongquan.ledger.planning;

import java.util.List;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;

/// The plans that are published, as they read now, for areas that look at their items.
@Service
public class PublishedPlans {
    private final Acting acting;
    private final Plans plans;
    private final PlanItems items;

    PublishedPlans(Acting acting, Plans plans, PlanItems items) {
        this.acting = acting;
        this.plans = plans;
        this.items = items;
    }

    /// A plan with its items in their order.
    public record Published(Plan.Head head, List<PlanItem> items) {
        public Published {
            items = List.copyOf(items);
        }
    }

    /// Every published plan of a region, the latest year first; none of a region that the
    /// actor does not see.
    public List<Published> list(Actor actor, String region) {
        return acting.read(
                actor,
                () ->
                        plans.list(region).stream()
                                .filter(h -> PlanTasks.isEdition(h.state()))
                                .map(h -> new Published(h, items.list(h.id(), 0)))
                                .toList());
    }
}
