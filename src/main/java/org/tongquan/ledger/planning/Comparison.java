package org.tongquan.ledger.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Two editions of a plan side by side. Pure.
public final class Comparison {
    private Comparison() {}

    /// One item in both; null where it does not stand.
    ///
    /// @param changed names of the fields that differ, empty when one side is missing
    public record Pair(
            String id, @Nullable PlanItem before, @Nullable PlanItem after, List<String> changed) {
        public Pair {
            changed = List.copyOf(changed);
        }
    }

    /// Every item that is not the same in both, in the order of their ids.
    public static List<Pair> of(List<PlanItem> before, List<PlanItem> after) {
        var first = byId(before);
        var second = byId(after);
        var ids = new TreeSet<>(first.keySet());
        ids.addAll(second.keySet());
        var pairs = new ArrayList<Pair>();
        for (var id : ids) {
            var a = first.get(id);
            var b = second.get(id);
            if (a == null || b == null) {
                pairs.add(new Pair(id, a, b, List.of()));
            } else if (!a.saysAs(b)) {
                pairs.add(new Pair(id, a, b, changed(a, b)));
            }
        }
        return pairs;
    }

    /// What became of some items between two editions. Their weight is left out: it changes with
    /// that of others, and their share of the whole does not.
    public static List<Pair> of(List<String> ids, List<PlanItem> before, List<PlanItem> after) {
        return of(only(ids, before), only(ids, after)).stream()
                .filter(p -> !p.changed().equals(List.of("weight")))
                .toList();
    }

    private static List<PlanItem> only(List<String> ids, List<PlanItem> items) {
        return items.stream().filter(i -> ids.contains(i.id())).toList();
    }

    private static Map<String, PlanItem> byId(List<PlanItem> items) {
        var byId = new LinkedHashMap<String, PlanItem>();
        items.forEach(i -> byId.put(i.id(), i));
        return byId;
    }

    private static List<String> changed(PlanItem a, PlanItem b) {
        var changed = new ArrayList<String>();
        differ(changed, "text", a.textZh(), b.textZh());
        differ(changed, "english", a.textEn(), b.textEn());
        differ(changed, "start", a.start(), b.start());
        differ(changed, "deadline", a.deadline(), b.deadline());
        differ(changed, "parties", a.parties(), b.parties());
        differ(changed, "lead", a.lead(), b.lead());
        differ(changed, "shares", a.shares(), b.shares());
        differ(changed, "responsible", a.responsible(), b.responsible());
        differ(changed, "weight", a.weight(), b.weight());
        differ(changed, "milestones", a.milestones(), b.milestones());
        differ(changed, "depends", a.depends(), b.depends());
        differ(changed, "category", a.category(), b.category());
        differ(changed, "parent", a.parent(), b.parent());
        return changed;
    }

    private static void differ(List<String> changed, String name, Object a, Object b) {
        if (!a.equals(b)) {
            changed.add(name);
        }
    }
}
