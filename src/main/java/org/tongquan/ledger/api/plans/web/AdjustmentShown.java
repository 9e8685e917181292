package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Named;
import org.tongquan.ledger.planning.Adjustment;

/// A change that somebody asked for in a published plan, and what was decided.
///
/// @param state open, approved or refused
/// @param edition the edition of the plan that carries the change; 0 while there is none
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdjustmentShown(
        String id,
        String plan,
        String change,
        List<String> items,
        List<String> texts,
        String commitment,
        List<Named> parties,
        List<Named> lead,
        @Nullable LocalDate deadline,
        String reason,
        Named body,
        Instant at,
        String state,
        int edition,
        @Nullable Decided decision) {

    /// Who decided, and why.
    record Decided(boolean approved, String reason, Named body, Instant at) {}

    static AdjustmentShown of(Adjustment asked, Caller.Reader reader) {
        var wish = asked.wish();
        var decision = asked.decision();
        return new AdjustmentShown(
                asked.id().toString(),
                asked.plan().toString(),
                AdjustmentBody.word(wish.change()),
                wish.items(),
                wish.texts(),
                wish.parent(),
                wish.parties().stream().map(reader::party).toList(),
                wish.lead().stream().map(reader::body).toList(),
                wish.deadline(),
                wish.reason(),
                reader.body(asked.body()),
                asked.at(),
                decision == null ? "open" : decision.approved() ? "approved" : "refused",
                decision == null ? 0 : decision.edition(),
                decision == null
                        ? null
                        : new Decided(
                                decision.approved(),
                                decision.reason(),
                                reader.body(decision.body()),
                                decision.at()));
    }
}
