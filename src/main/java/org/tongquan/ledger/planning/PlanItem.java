package org.tongquan.ledger.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tongquan.ledger.standing.Milestone;

/// One item of a plan: what is to be done this year for a commitment.
///
/// @param id unique in the plan and in the region, such as `2027-014`
/// @param place order in the plan, from 1
/// @param revision how often it was changed; what a form was filled in on
/// @param parent commitment it serves; empty when it stands for itself
/// @param shares the cooperating units with their shares of the work
/// @param responsible the person who answers for it, by post; may be empty
/// @param weight share in its commitment, 1 to [#MOST_WEIGHT]
/// @param depends items that must be finished first
public record PlanItem(
        String id,
        int place,
        int revision,
        String parent,
        String textZh,
        String textEn,
        String category,
        LocalDate start,
        LocalDate deadline,
        List<String> parties,
        List<String> lead,
        List<Share> shares,
        String responsible,
        int weight,
        List<Milestone> milestones,
        List<String> depends) {
    public static final int MOST_TEXT = 300;
    public static final int MOST_WEIGHT = 100;
    public static final int MOST_MILESTONES = 12;

    public PlanItem {
        parties = List.copyOf(parties);
        lead = List.copyOf(lead);
        shares = List.copyOf(shares);
        milestones = List.copyOf(milestones);
        depends = List.copyOf(depends);
    }

    /// A cooperating unit's share of the work.
    ///
    /// @param work what it does; may be empty
    public record Share(String unit, String work) {}

    public List<String> cooperating() {
        return shares.stream().map(Share::unit).toList();
    }

    /// What is wrong with it by itself.
    ///
    /// @param others ids of the other items of the plan
    List<PlanFault> faults(List<String> others) {
        var faults = new ArrayList<PlanFault>();
        fault(faults, PlanFault.TEXT, textZh.isBlank() || textZh.length() > MOST_TEXT);
        fault(faults, PlanFault.DAYS, deadline.isBefore(start));
        fault(faults, PlanFault.PARTIES, parties.isEmpty());
        fault(faults, PlanFault.WEIGHT, weight < 1 || weight > MOST_WEIGHT);
        fault(faults, PlanFault.MILESTONES, !milestonesRise());
        fault(faults, PlanFault.DEPENDS, depends.contains(id) || !others.containsAll(depends));
        return faults;
    }

    private static void fault(List<PlanFault> faults, PlanFault fault, boolean is) {
        if (is) {
            faults.add(fault);
        }
    }

    /// Milestones follow each other in time and progress, between start and deadline.
    private boolean milestonesRise() {
        var day = start;
        int percent = 0;
        for (var milestone : milestones) {
            if (milestone.due().isBefore(day)
                    || milestone.due().isAfter(deadline)
                    || milestone.percent() <= percent) {
                return false;
            }
            day = milestone.due();
            percent = milestone.percent();
        }
        return milestones.size() <= MOST_MILESTONES;
    }

    /// The same under another revision.
    public PlanItem revised(int nextRevision) {
        return copy(id, place, nextRevision, deadline, milestones, depends);
    }

    /// The same at another place in the order.
    public PlanItem atPlace(int nextPlace) {
        return copy(id, nextPlace, revision, deadline, milestones, depends);
    }

    /// The same as a new item, under an id of its own.
    PlanItem numbered(String nextId, int nextPlace) {
        return copy(nextId, nextPlace, 1, deadline, milestones, depends);
    }

    /// The same with another deadline and the milestones on the way there.
    public PlanItem due(LocalDate nextDeadline, List<Milestone> nextMilestones) {
        return copy(id, place, revision, nextDeadline, nextMilestones, depends);
    }

    /// The same with another weight.
    PlanItem weighing(int nextWeight) {
        return new PlanItem(
                id,
                place,
                revision,
                parent,
                textZh,
                textEn,
                category,
                start,
                deadline,
                parties,
                lead,
                shares,
                responsible,
                nextWeight,
                milestones,
                depends);
    }

    /// The same, waiting for other items.
    PlanItem after(List<String> nextDepends) {
        return copy(id, place, revision, deadline, milestones, nextDepends);
    }

    private PlanItem copy(
            String nextId,
            int nextPlace,
            int nextRevision,
            LocalDate nextDeadline,
            List<Milestone> nextMilestones,
            List<String> nextDepends) {
        return new PlanItem(
                nextId,
                nextPlace,
                nextRevision,
                parent,
                textZh,
                textEn,
                category,
                start,
                nextDeadline,
                parties,
                lead,
                shares,
                responsible,
                weight,
                nextMilestones,
                nextDepends);
    }

    /// Whether it says the same, revision and place not regarded.
    boolean saysAs(PlanItem other) {
        return atPlace(0).revised(0).equals(other.atPlace(0).revised(0));
    }
}
