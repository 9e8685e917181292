package org.tongquan.ledger.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.compact.conduct.PlanRule;

/// Judges everything that is owed in a region in one pass. Pure: [Lights] for each obligation,
/// [RollUp] for those that tasks stand for. What has been told need not be kept, so that a region
// of
/// any size is judged in little memory.
///
/// @param rule the figures of the lights on the day
/// @param plan asked when there are tasks
/// @param reports what counts
/// @param measured what the indicators say
public record Sweep(
        LightRule rule,
        Supplier<PlanRule> plan,
        Reports reports,
        Indicators measured,
        LocalDate day) {
    /// What the indicator of an item says for a party.
    @FunctionalInterface
    public interface Indicators {
        Optional<Measured> of(Owed owed, String party);
    }

    /// @param parents ids of all items that a task names as its commitment
    public Pass begin(Set<String> parents) {
        return new Pass(parents);
    }

    /// One outcome for each item and party, in their order.
    public List<Judged> of(List<Owed> all) {
        var pass = begin(parents(all));
        var judged = new ArrayList<Judged>();
        for (var owed : all) {
            for (var party : owed.parties()) {
                int place = judged.size();
                judged.add(new Judged(owed, party, Standing.NONE));
                pass.take(owed, party, j -> judged.set(place, j));
            }
        }
        pass.end();
        return judged;
    }

    public static Set<String> parents(List<Owed> all) {
        var parents = new java.util.HashSet<String>();
        for (var owed : all) {
            if (owed.parent() != null) {
                parents.add(owed.parent());
            }
        }
        return parents;
    }

    /// Takes obligations in any order, each once.
    public final class Pass {
        private final Set<String> parents;
        private final Map<String, RollUp.Sum> sums = new HashMap<>();
        private final List<Runnable> held = new ArrayList<>();

        private Pass(Set<String> parents) {
            this.parents = parents;
        }

        /// @param told hears the outcome, now or at the end
        public void take(Owed owed, String party, Consumer<Judged> told) {
            var standing = Lights.judge(rule, duty(owed, party), day);
            if (owed.parent() != null) {
                sums.computeIfAbsent(Owed.key(owed.parent(), party), k -> new RollUp.Sum())
                        .add(new RollUp.Part(standing, owed.weight()));
            }
            var judged = new Judged(owed, party, standing);
            if (parents.contains(owed.item())) {
                held.add(() -> told.accept(rolledUp(judged)));
            } else {
                told.accept(judged);
            }
        }

        private Judged rolledUp(Judged own) {
            var of = own.owed();
            var sum = sums.get(Owed.key(of.item(), own.party()));
            return sum == null
                    ? own
                    : new Judged(of, own.party(), RollUp.of(plan.get(), sum, of.deadline(), day));
        }

        /// All have been taken.
        public void end() {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    /// What was judged, or would be if no parts stood for it.
    public Duty duty(Judged of) {
        return duty(of.owed(), of.party());
    }

    private Duty duty(Owed owed, String party) {
        var duty =
                new Duty(
                        owed.start(),
                        owed.deadline(),
                        owed.cycle(),
                        owed.milestones(),
                        reports.of(owed.item(), party));
        var by = measured.of(owed, party);
        return by.isEmpty() ? duty : duty.measuredBy(by.get());
    }
}
