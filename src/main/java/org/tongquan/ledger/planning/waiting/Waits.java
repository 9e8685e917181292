package org.tongquan.ledger.planning.waiting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.standing.Duty;

/// The rule of waiting: an item waits for each item it depends on that is not finished, unless it
/// is finished itself. It is a warning when that is late, or due after the waiting item begins.
/// Pure, and the same in whatever order the items come.
final class Waits {
    private Waits() {}

    /// @param percents progress by item, of its member that is least far; what is missing is not
    ///     known and counts as unfinished
    static List<Wait> of(List<PlanItem> items, Map<String, Integer> percents, LocalDate today) {
        var byId = new HashMap<String, PlanItem>();
        items.forEach(i -> byId.put(i.id(), i));
        var waits = new ArrayList<Wait>();
        for (var item : items) {
            if (percent(percents, item.id()) == Duty.DONE) {
                continue;
            }
            for (var id : item.depends()) {
                var on = byId.get(id);
                int percent = percent(percents, id);
                if (on != null && percent < Duty.DONE) {
                    boolean late = on.deadline().isBefore(today);
                    boolean clashes = on.deadline().isAfter(item.start());
                    waits.add(new Wait(item, on, percent, late, clashes));
                }
            }
        }
        return waits;
    }

    private static int percent(Map<String, Integer> percents, String id) {
        return percents.getOrDefault(id, -1);
    }
}
