package org.tongquan.ledger.recounting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.ChaseStep;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.rule.Chase;
import org.tongquan.ledger.standing.Owed;

/// Steps of chasing: whether the rule wants them on their day after their last day, and whether
/// that last day is the one that the ledger had on that day.
@Component
class ChaseAgain implements Recounted {
    private final Chasing chasing;
    private final Ledger ledger;
    private final Compacts compacts;

    ChaseAgain(Chasing chasing, Ledger ledger, Compacts compacts) {
        this.chasing = chasing;
        this.ledger = ledger;
        this.compacts = compacts;
    }

    @Override
    public String what() {
        return "chase-steps";
    }

    @Override
    public Looked again(Actor reader) {
        var region = reader.region();
        var all = chasing.taken(reader, region);
        var mismatches = new ArrayList<Mismatch>();
        var unwanted = new HashSet<>(chasing.mismatches(reader, region));
        unwanted.forEach(s -> mismatches.add(new Mismatch(subject(s), s.step(), "")));
        LocalDate day = null;
        Map<String, String> lastDays = Map.of();
        for (var step : all) {
            if (!step.day().equals(day)) {
                day = step.day();
                lastDays = lastDays(reader, step.day(), step.at());
            }
            var key = Owed.key(step.commitment(), step.party());
            var kept = step.lastDay().toString();
            if (!unwanted.contains(step)
                    && !kept.equals(lastDays.get(key))
                    && !kept.equals(lastDays(reader, step.day(), step.at()).get(key))) {
                mismatches.add(new Mismatch(subject(step), kept, lastDays.getOrDefault(key, "")));
            }
        }
        return new Looked(all.size(), mismatches);
    }

    private static String subject(ChaseStep step) {
        return Owed.key(step.commitment(), step.party()) + " " + step.day() + " " + step.rule();
    }

    /// Until when each duty was in time, as it was known when a step was taken.
    private Map<String, String> lastDays(Actor reader, LocalDate day, Instant at) {
        var lastDays = new HashMap<String, String>();
        int grace =
                compacts.inForce(reader.region(), day)
                        .flatMap(v -> v.lights(day))
                        .map(LightRule::yellowDaysBefore)
                        .orElse(0);
        for (var one : ledger.asOf(reader, reader.region(), day, at.plusNanos(1_000))) {
            Chase.lastDay(one.standing(), one.commitment().deadline(), grace)
                    .ifPresent(
                            last ->
                                    lastDays.put(
                                            Owed.key(one.commitment().id(), one.party()),
                                            last.toString()));
        }
        return lastDays;
    }
}
