package org.tongquan.ledger.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.PlanRule;

/// A change that somebody asked for in a published plan (动态调整), and what was decided.
///
/// @param wish what is to change
/// @param edition the plan's edition it was asked on: what its items read then
/// @param body who asked
/// @param evidence name of the file handed in; empty without one
/// @param decision null while it is open
public record Adjustment(
        UUID id,
        UUID plan,
        Wish wish,
        int edition,
        String body,
        Instant at,
        String evidence,
        @Nullable Decision decision) {
    public static final int MOST_REASON = 1_000;

    /// A split makes at most so many items.
    public static final int MOST_PARTS = 20;

    /// What is to change, and why.
    ///
    /// @param items ids of the items it touches: none to add, one, or several to merge
    /// @param texts wordings: of the new item, of each part, of the merged item, of the new target
    /// @param parent commitment that a new item serves; else empty
    /// @param parties members that a new item binds; else empty
    /// @param lead lead units of a new item; else empty
    /// @param deadline new deadline, for a new item or one that is moved
    public record Wish(
            PlanRule.Change change,
            List<String> items,
            List<String> texts,
            String parent,
            List<String> parties,
            List<String> lead,
            @Nullable LocalDate deadline,
            String reason) {
        public Wish {
            items = List.copyOf(items);
            texts = List.copyOf(texts);
            parties = List.copyOf(parties);
            lead = List.copyOf(lead);
            reason = reason.strip();
        }
    }

    /// @param edition the edition that carries the change; 0 when it was refused
    public record Decision(boolean approved, int edition, String reason, String body, Instant at) {}

    static String word(PlanRule.Change change) {
        return change.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static PlanRule.Change change(String word) {
        return PlanRule.Change.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
