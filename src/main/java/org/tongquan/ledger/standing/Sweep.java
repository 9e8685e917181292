package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;

/// Judges everything that is owed in a region at once. Pure: [Lights] for each obligation, then
/// [RollUp] for those that tasks stand for.
///
/// @param rule the figures of the lights on the day
/// @param plan asked when there are tasks
/// @param reports what counts, by [Owed#key]
/// @param measured what the indicators say
public record Sweep(
        LightRule rule,
        Supplier<PlanRule> plan,
        Map<String, List<Duty.Report>> reports,
        Indicators measured,
        LocalDate day) {
    /// What the indicator of an item says for a party.
    @FunctionalInterface
    public interface Indicators {
        Optional<Measured> of(Owed owed, String party);
    }

    /// One outcome for each item and party, in their order.
    public List<Judged> of(List<Owed> all) {
        var judged = new ArrayList<Judged>(all.size());
        var tasks = new HashMap<String, List<RollUp.Part>>();
        for (var owed : all) {
            for (var party : owed.parties()) {
                var standing = Lights.judge(rule, duty(owed, party), day);
                judged.add(new Judged(owed, party, standing));
                if (owed.parent() != null) {
                    tasks.computeIfAbsent(Owed.key(owed.parent(), party), k -> new ArrayList<>())
                            .add(new RollUp.Part(standing, owed.weight()));
                }
            }
        }
        if (!tasks.isEmpty()) {
            var by = plan.get();
            judged.replaceAll(j -> rolledUp(by, j, tasks));
        }
        return judged;
    }

    private Duty duty(Owed owed, String party) {
        var duty =
                new Duty(
                        owed.start(),
                        owed.deadline(),
                        owed.cycle(),
                        owed.milestones(),
                        reports.getOrDefault(Owed.key(owed.item(), party), List.of()));
        return measured.of(owed, party).map(duty::measuredBy).orElse(duty);
    }

    private Judged rolledUp(PlanRule by, Judged own, Map<String, List<RollUp.Part>> tasks) {
        var parts = tasks.get(Owed.key(own.owed().item(), own.party()));
        return parts == null
                ? own
                : new Judged(
                        own.owed(),
                        own.party(),
                        RollUp.of(by, parts, own.owed().deadline(), day));
    }
}
