package org.tongquan.compact.conduct;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.form.Field;
import org.tongquan.kernel.Power;

/// How the yearly plan (年度工作计划) is made and changed. Which bodies draw up, examine and approve
/// stands in `procedure`.
public record PlanRule(
        @Field(value = "id", declares = "plan-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("workdays that parties and departments have to comment") int commentDays,
        @Field("workdays to answer a plan that was submitted") int answerDays,
        @Field("rhythm of an item's milestones") Period milestones,
        @Field("how the rows of a collective item make one light") RollUp rollUp,
        @Field("rhythm of progress reports on an item") Period reports,
        @Field("what a report is owed for; left out: each period") @Nullable Beat reportFor,
        @Field("days after its end in which a period's report still comes in time; left out: none")
                @Nullable Integer reportWithin,
        @Field("reports without progress in a row that are an alarm") int idleReports,
        @Field("who decides about which change of an approved plan") List<Route> adjustments,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {

    /// What a report on an item is owed for.
    public enum Beat {
        /// Each period of the rhythm.
        PERIOD,
        /// Each milestone, and the deadline.
        MILESTONE
    }

    /// How one light is made of several.
    public enum RollUp {
        /// The worst of them.
        WORST,
        /// The light that most weight has; of equals the worse.
        MOST
    }

    /// A kind of change to an approved plan (动态调整).
    public enum Change {
        ADD,
        SPLIT,
        MERGE,
        MOVE_DEADLINE,
        CHANGE_TARGET,
        CANCEL
    }

    /// Who decides about a change.
    public record Route(
            @Field("kind of change") Change change,
            @Field("power of the body that decides") Power decides,
            @Field("whether a file has to be handed in as evidence (left out: no)")
                    boolean evidence) {}

    /// The power needed to decide about a change; empty when the rule knows no such change.
    public Optional<Power> decides(Change change) {
        return adjustments.stream()
                .filter(r -> r.change() == change)
                .map(Route::decides)
                .findFirst();
    }

    /// Whether a change has to be proved by a file.
    public boolean asksEvidence(Change change) {
        return adjustments.stream().anyMatch(r -> r.change() == change && r.evidence());
    }
}
