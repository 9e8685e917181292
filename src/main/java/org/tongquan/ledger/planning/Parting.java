package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongquan.ledger.standing.Milestone;

/// One item taken apart. A part that carries goes on under the number of the whole, with its
/// reports and its progress; each other begins anew on the day of the decision, with milestones
/// from then on. Whoever waited for the whole waits for every part. Pure.
///
/// The parts weigh together what the whole weighed beside the other items of its commitment: weight
/// 4 in shares of 1 and 3 is 1 and 3; weight 1 in two equal shares is 1 and 1 while its neighbours
/// count double.
final class Parting {
    private final PlanItem whole;
    private final Adjustment.Wish wish;
    private final LocalDate today;

    Parting(PlanItem whole, Adjustment.Wish wish, LocalDate today) {
        this.whole = whole;
        this.wish = wish;
        this.today = today;
    }

    private Adjustment.Part part(int i) {
        return wish.parts().isEmpty() ? Adjustment.Part.PLAIN : wish.parts().get(i);
    }

    private LocalDate deadline(Adjustment.Part part) {
        return part.deadline() == null ? whole.deadline() : part.deadline();
    }

    private List<String> parties(Adjustment.Part part) {
        return part.parties().isEmpty() ? whole.parties() : part.parties();
    }

    /// What keeps the item from being taken apart so; no member is lost by it, and none is added.
    List<PlanFault> faults() {
        var faults = new ArrayList<PlanFault>();
        var parts = wish.parts();
        if (!parts.isEmpty() && parts.size() != wish.texts().size()) {
            faults.add(PlanFault.TEXT);
        }
        if (parts.stream().filter(Adjustment.Part::carries).count() > 1) {
            faults.add(PlanFault.CARRIES);
        }
        boolean weighed = parts.stream().anyMatch(p -> p.weight() != 0);
        if (weighed && parts.stream().anyMatch(p -> !isWeight(p.weight()))) {
            faults.add(PlanFault.WEIGHT);
        }
        var bound = new HashSet<String>();
        parts.forEach(p -> bound.addAll(parties(p)));
        if (!parts.isEmpty() && !bound.equals(Set.copyOf(whole.parties()))) {
            faults.add(PlanFault.PARTIES);
        }
        for (int i = 0; i < wish.texts().size() && !faults.contains(PlanFault.TEXT); i++) {
            var part = part(i);
            boolean asItWas = part.carries() && part.deadline() == null;
            if (!asItWas && deadline(part).isBefore(today)) {
                faults.add(PlanFault.DAYS);
            }
        }
        return faults;
    }

    private static boolean isWeight(int weight) {
        return weight >= 1 && weight <= PlanItem.MOST_WEIGHT;
    }

    /// Whether a part has more time than the whole had.
    boolean putsOff() {
        return wish.parts().stream().anyMatch(p -> deadline(p).isAfter(whole.deadline()));
    }

    /// The items of the plan with the parts in the place of the whole.
    ///
    /// @param last number given last
    List<PlanItem> of(Plan plan, Period rhythm, int last) {
        var shares = shares();
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        boolean even = shares.stream().allMatch(s -> s * whole.weight() % sum == 0);
        int common = even ? sum : common(plan.items(), shares, sum);
        var parts = new ArrayList<PlanItem>();
        int number = last;
        for (int i = 0; i < wish.texts().size(); i++) {
            int weight = shares.get(i) * whole.weight() / common;
            var part = item(wish.texts().get(i), part(i), weight, rhythm);
            boolean carries = part(i).carries();
            parts.add(
                    carries ? part : Planning.numbered(plan, part, number).atPlace(whole.place()));
            number += carries ? 0 : 1;
        }
        var ids = parts.stream().map(PlanItem::id).toList();
        var after = new ArrayList<PlanItem>();
        for (var item : plan.items()) {
            if (item.id().equals(whole.id())) {
                after.addAll(parts);
            } else {
                var beside = !even && isBeside(item);
                var weighed = beside ? item.weighing(item.weight() * sum / common) : item;
                after.add(waiting(weighed, ids));
            }
        }
        return after;
    }

    private List<Integer> shares() {
        var shares = new ArrayList<Integer>();
        for (int i = 0; i < wish.texts().size(); i++) {
            shares.add(Math.max(1, part(i).weight()));
        }
        return shares;
    }

    private boolean isBeside(PlanItem item) {
        return !whole.parent().isEmpty()
                && item.parent().equals(whole.parent())
                && !item.id().equals(whole.id());
    }

    /// The greatest number that all weights can be divided by once the shares are whole numbers.
    private int common(List<PlanItem> items, List<Integer> shares, int sum) {
        int common = 0;
        for (int share : shares) {
            common = gcd(common, share * whole.weight());
        }
        for (var item : items) {
            common = isBeside(item) ? gcd(common, item.weight() * sum) : common;
        }
        return common;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private PlanItem item(String text, Adjustment.Part part, int weight, Period rhythm) {
        var parties = parties(part);
        var lead = part.lead().isEmpty() ? within(whole.lead(), parties) : part.lead();
        var start = part.carries() || whole.start().isAfter(today) ? whole.start() : today;
        var deadline = deadline(part);
        var item =
                new PlanItem(
                        whole.id(),
                        whole.place(),
                        whole.revision(),
                        whole.parent(),
                        text,
                        text.equals(whole.textZh()) ? whole.textEn() : "",
                        whole.category(),
                        start,
                        deadline,
                        parties,
                        lead,
                        cooperating(part, parties, lead),
                        lead.equals(whole.lead()) ? whole.responsible() : "",
                        weight,
                        whole.milestones(),
                        whole.depends());
        if (!part.carries()) {
            return item.due(deadline, anew(start, deadline, rhythm));
        }
        return deadline.equals(whole.deadline()) ? item : Amending.moved(item, deadline);
    }

    /// Milestones of a part that begins anew; the last keeps the words of the whole's last.
    private List<Milestone> anew(LocalDate start, LocalDate deadline, Period rhythm) {
        var all = new ArrayList<>(Drawing.milestones(start, deadline, rhythm));
        if (!whole.milestones().isEmpty()) {
            var last = all.removeLast();
            var words = whole.milestones().getLast().text();
            all.add(new Milestone(last.due(), last.percent(), words));
        }
        return all;
    }

    /// The cooperating units, with the work that the whole gave them.
    private List<PlanItem.Share> cooperating(
            Adjustment.Part part, List<String> parties, List<String> lead) {
        var units =
                part.cooperating().isEmpty()
                        ? within(whole.cooperating(), parties)
                        : part.cooperating();
        return units.stream()
                .filter(u -> !lead.contains(u))
                .map(
                        u ->
                                whole.shares().stream()
                                        .filter(s -> s.unit().equals(u))
                                        .findFirst()
                                        .orElseGet(() -> new PlanItem.Share(u, "")))
                .toList();
    }

    /// Units of members that a part leaves out have no share in it.
    private List<String> within(List<String> units, List<String> parties) {
        var out = new LinkedHashSet<>(whole.parties());
        parties.forEach(out::remove);
        return units.stream()
                .filter(u -> out.stream().noneMatch(p -> u.startsWith(p + "/")))
                .toList();
    }

    private PlanItem waiting(PlanItem item, List<String> parts) {
        if (!item.depends().contains(whole.id())) {
            return item;
        }
        var depends = new LinkedHashSet<String>();
        for (var id : item.depends()) {
            depends.addAll(id.equals(whole.id()) ? parts : List.of(id));
        }
        return item.after(List.copyOf(depends));
    }
}
