package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Milestone;

/// Several items made one: the first keeps its number and its reports and takes in the members,
/// units, shares and predecessors of the others, and the weight of those that serve the same
/// commitment. The reports of the others stay under their numbers. Pure.
final class Merging {
    private final List<PlanItem> touched;
    private final LocalDate deadline;
    private final LocalDate today;

    /// @param touched at least two items, in the order of the plan
    /// @param wanted the deadline of the whole; null for the latest of its parts
    Merging(List<PlanItem> touched, @Nullable LocalDate wanted, LocalDate today) {
        this.touched = List.copyOf(touched);
        this.deadline = wanted == null ? latest(touched) : wanted;
        this.today = today;
    }

    private static LocalDate latest(List<PlanItem> items) {
        return items.stream().map(PlanItem::deadline).max(LocalDate::compareTo).orElseThrow();
    }

    /// Whether one of the items has more time than it had.
    boolean putsOff() {
        return touched.stream().anyMatch(i -> i.deadline().isBefore(deadline));
    }

    /// The items of the plan with the whole in the place of the first.
    List<PlanItem> of(List<PlanItem> all, String text) {
        var first = touched.getFirst();
        var ids = touched.stream().map(PlanItem::id).toList();
        var after = new ArrayList<PlanItem>();
        for (var item : all) {
            if (item.id().equals(first.id())) {
                after.add(whole(text, ids));
            } else if (!ids.contains(item.id())) {
                after.add(pointed(item, ids, first.id()));
            }
        }
        return after;
    }

    private PlanItem whole(String text, List<String> ids) {
        var first = touched.getFirst();
        var parties = new LinkedHashSet<String>();
        var lead = new LinkedHashSet<String>();
        var depends = new LinkedHashSet<String>();
        var start = first.start();
        int weight = 0;
        for (var item : touched) {
            parties.addAll(item.parties());
            lead.addAll(item.lead());
            depends.addAll(item.depends());
            start = item.start().isBefore(start) ? item.start() : start;
            weight += item.parent().equals(first.parent()) ? item.weight() : 0;
        }
        ids.forEach(depends::remove);
        var item =
                new PlanItem(
                        first.id(),
                        first.place(),
                        first.revision(),
                        first.parent(),
                        text,
                        text.equals(first.textZh()) ? first.textEn() : "",
                        first.category(),
                        start,
                        first.deadline(),
                        List.copyOf(parties),
                        List.copyOf(lead),
                        shares(lead),
                        touched.stream()
                                .map(PlanItem::responsible)
                                .filter(r -> !r.isBlank())
                                .distinct()
                                .collect(Collectors.joining("、")),
                        weight,
                        milestones(parties.size() > first.parties().size()),
                        List.copyOf(depends));
        return deadline.equals(first.deadline()) ? item : Amending.moved(item, deadline);
    }

    /// A member that joins has nothing to show yet: what was due before today is not asked of it.
    private List<Milestone> milestones(boolean joined) {
        return touched.getFirst().milestones().stream()
                .filter(m -> !joined || !m.due().isBefore(today))
                .toList();
    }

    /// Each cooperating unit once, with all the work that it had.
    private List<PlanItem.Share> shares(LinkedHashSet<String> lead) {
        var works = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var item : touched) {
            for (var share : item.shares()) {
                var of = works.computeIfAbsent(share.unit(), u -> new LinkedHashSet<>());
                if (!share.work().isBlank()) {
                    of.add(share.work());
                }
            }
        }
        return works.entrySet().stream()
                .filter(e -> !lead.contains(e.getKey()))
                .map(e -> new PlanItem.Share(e.getKey(), String.join("；", e.getValue())))
                .toList();
    }

    /// An item that waited for one of those taken in waits for the one that took them in.
    private static PlanItem pointed(PlanItem item, List<String> merged, String to) {
        if (item.depends().stream().noneMatch(merged::contains)) {
            return item;
        }
        var depends =
                item.depends().stream().map(d -> merged.contains(d) ? to : d).distinct().toList();
        return item.after(depends);
    }
}
