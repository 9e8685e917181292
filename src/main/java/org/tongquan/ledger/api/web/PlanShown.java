package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanItem;
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

    /// One item.
    ///
    /// @param revision how often it was changed
    /// @param commitment what it serves, empty when it stands for itself
    /// @param depends items that must be finished first
    record PlannedItem(
            String id,
            int place,
            int revision,
            String commitment,
            String text,
            Named category,
            LocalDate start,
            LocalDate deadline,
            List<Named> parties,
            List<Named> lead,
            List<UnitsShare> cooperating,
            String responsible,
            int weight,
            List<ItemShown.Step> milestones,
            List<String> depends) {}

    /// A cooperating unit's share of the work.
    record UnitsShare(Named unit, String work) {}

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
                plan.items().stream().map(i -> item(i, reader)).toList(),
                plan.steps().stream().map(s -> step(s, reader)).toList());
    }

    private static PlannedItem item(PlanItem item, Caller.Reader reader) {
        return new PlannedItem(
                item.id(),
                item.place(),
                item.revision(),
                item.parent(),
                reader.pick(item.textZh(), item.textEn()),
                reader.category(item.category()),
                item.start(),
                item.deadline(),
                item.parties().stream().map(reader::party).toList(),
                item.lead().stream().map(reader::body).toList(),
                item.shares().stream()
                        .map(s -> new UnitsShare(reader.body(s.unit()), s.work()))
                        .toList(),
                item.responsible(),
                item.weight(),
                item.milestones().stream()
                        .map(m -> new ItemShown.Step(m.due(), m.percent(), m.text()))
                        .toList(),
                item.depends());
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
