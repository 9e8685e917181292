package org.tongquan.ledger.scoring;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.ScoreRule;

/// Everything that the scores of a span follow from.
///
/// @param rule the rule set with its figures, as it was in force on the last day
/// @param parties the members on that day
/// @param holdings parts that were held on that day
/// @param facts in the order of their ids
/// @param corrections what upheld objections changed, in the order in which they were decided
record Inputs(
        ScoreRule rule,
        Span span,
        List<String> parties,
        List<Holding> holdings,
        List<Fact> facts,
        List<Correction> corrections) {
    Inputs {
        parties = List.copyOf(parties);
        holdings = List.copyOf(holdings);
        facts = List.copyOf(facts);
        corrections = List.copyOf(corrections);
    }

    /// @param led obligations led, `cooperated` those with a cooperating part alone
    record Holding(String unit, int led, int cooperated) {}

    /// @param strike id of the fact that no longer counts, empty when none is struck
    /// @param add the fact that counts instead or in addition
    record Correction(UUID objection, String strike, @Nullable Fact add) {}

    Inputs with(List<Correction> all) {
        return new Inputs(rule, span, parties, holdings, facts, all);
    }
}
