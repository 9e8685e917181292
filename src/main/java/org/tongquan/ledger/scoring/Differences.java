package org.tongquan.ledger.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What differs between kept inputs and those gathered again. Pure.
final class Differences {
    static final String RULE = "rule";

    private Differences() {}

    /// Ids of facts that are new, gone or different, after `rule`, `parties` and `holdings` where
    /// these differ. Corrections belong to the evaluation, not to the ledger.
    static List<String> between(Inputs kept, Inputs now) {
        var differences = new ArrayList<String>();
        if (!kept.rule().equals(now.rule())) {
            differences.add(RULE);
        }
        if (!kept.parties().equals(now.parties())) {
            differences.add("parties");
        }
        if (!List.copyOf(kept.holdings()).equals(now.holdings())) {
            differences.add("holdings");
        }
        var before = byId(kept.facts());
        var after = byId(now.facts());
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.stream()
                .filter(id -> !java.util.Objects.equals(before.get(id), after.get(id)))
                .forEach(differences::add);
        return differences;
    }

    /// `score:<subject>` of each that is shown with another score or rank than follows.
    static List<String> ofScores(List<Score> shown, List<Score> again) {
        var differing = new TreeSet<String>();
        var follow = new HashMap<String, Score>();
        again.forEach(s -> follow.put(s.kind() + s.subject(), s));
        for (var score : shown) {
            var other = follow.remove(score.kind() + score.subject());
            if (other == null
                    || other.rank() != score.rank()
                    || other.score().compareTo(score.score()) != 0) {
                differing.add("score:" + score.subject());
            }
        }
        follow.values().forEach(s -> differing.add("score:" + s.subject()));
        return List.copyOf(differing);
    }

    private static Map<String, Fact> byId(List<Fact> facts) {
        var byId = new HashMap<String, Fact>();
        facts.forEach(f -> byId.put(f.id(), f));
        return byId;
    }
}
