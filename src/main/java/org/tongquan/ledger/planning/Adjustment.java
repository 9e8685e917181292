package org.tongquan.ledger.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    /// @param deadline new deadline, for a new item, one that is moved, or a merged one
    /// @param parts what each part of a split takes along, in the order of its wordings; empty when
    ///     all take the same
    public record Wish(
            PlanRule.Change change,
            List<String> items,
            List<String> texts,
            String parent,
            List<String> parties,
            List<String> lead,
            @Nullable LocalDate deadline,
            String reason,
            List<Part> parts) {
        public Wish {
            items = List.copyOf(items);
            texts = List.copyOf(texts);
            parties = List.copyOf(parties);
            lead = List.copyOf(lead);
            parts = List.copyOf(parts);
            reason = reason.strip();
        }

        /// A wish whose parts, if it has any, all take the same along.
        public Wish(
                PlanRule.Change change,
                List<String> items,
                List<String> texts,
                String parent,
                List<String> parties,
                List<String> lead,
                @Nullable LocalDate deadline,
                String reason) {
            this(change, items, texts, parent, parties, lead, deadline, reason, List.of());
        }

        /// Everybody whom the wish names.
        List<String> members() {
            return Stream.concat(
                            parties.stream(), parts.stream().flatMap(p -> p.parties().stream()))
                    .toList();
        }

        /// Every unit that the wish names.
        List<String> units() {
            return Stream.concat(
                            lead.stream(),
                            parts.stream()
                                    .flatMap(
                                            p ->
                                                    Stream.concat(
                                                            p.lead().stream(),
                                                            p.cooperating().stream())))
                    .toList();
        }
    }

    /// What one part of a split takes along of the whole.
    ///
    /// @param weight its share in the weight of the whole, beside the other parts; 0 for equal ones
    /// @param parties members that it binds; empty for all of the whole
    /// @param lead its lead units; empty for those of the whole
    /// @param cooperating its cooperating units; empty for those of the whole
    /// @param deadline its deadline; null for that of the whole
    /// @param carries whether it goes on under the number of the whole, with its reports and its
    ///     progress; a part that does not begins anew
    public record Part(
            int weight,
            List<String> parties,
            List<String> lead,
            List<String> cooperating,
            @Nullable LocalDate deadline,
            boolean carries) {
        /// A part with nothing of its own but the wording.
        public static final Part PLAIN = new Part(0, List.of(), List.of(), List.of(), null, false);

        public Part {
            parties = List.copyOf(parties);
            lead = List.copyOf(lead);
            cooperating = List.copyOf(cooperating);
        }
    }

    /// @param edition the edition that carries the change; 0 when it was refused
    public record Decision(boolean approved, int edition, String reason, String body, Instant at) {}

    /// Whether an edition was made by this wish.
    boolean isCarriedBy(int of) {
        return decision != null && decision.approved() && decision.edition() == of;
    }

    static String word(PlanRule.Change change) {
        return change.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static PlanRule.Change change(String word) {
        return PlanRule.Change.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
