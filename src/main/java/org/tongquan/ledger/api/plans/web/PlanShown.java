package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Named;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanStep;

/// A year's plan with its items and the steps it has taken.
///
/// @param items in the order of the plan
/// @param steps in the order they were taken
record PlanShown(
        String id,
        int year,
        String title,
        String state,
        List<PlannedItem> items,
        List<PlanStepTaken> steps) {

    /// A step that was taken.
    ///
    /// @param answerBy last day for the answer it asks for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanStepTaken(
            String kind, Named body, Instant at, @Nullable LocalDate answerBy, String text) {}

    static PlanShown of(Plan plan, Caller.Reader reader) {
        return new PlanShown(
                plan.head().id().toString(),
                plan.head().year(),
                plan.head().title(),
                plan.head().state().word(),
                plan.items().stream().map(i -> PlannedItem.of(i, reader)).toList(),
                plan.steps().stream().map(s -> step(s, reader)).toList());
    }

    private static PlanStepTaken step(PlanStep step, Caller.Reader reader) {
        return new PlanStepTaken(
                step.kind().word(),
                reader.body(step.body()),
                step.at(),
                step.answerBy(),
                step.text());
    }
}
