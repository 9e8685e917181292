package org.tongquan.ledger.api.plans.web;

import java.time.LocalDate;
import java.util.List;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Named;
import org.tongquan.ledger.planning.PlanItem;

/// One item of a plan.
///
/// @param revision how often it was changed; its `ETag`
/// @param commitment what it serves, empty when it stands for itself
/// @param textEn the same in English, empty when there is none
/// @param responsible the post that answers for it, may be empty
/// @param depends items that must be finished first
record PlannedItem(
        String id,
        int place,
        int revision,
        String commitment,
        String text,
        String textZh,
        String textEn,
        Named category,
        LocalDate start,
        LocalDate deadline,
        List<Named> parties,
        List<Named> lead,
        List<UnitsShare> cooperating,
        String responsible,
        int weight,
        List<PlannedStep> milestones,
        List<String> depends) {

    /// A cooperating unit's share of the work.
    record UnitsShare(Named unit, String work) {}

    /// What is to stand by a day.
    record PlannedStep(LocalDate due, int percent, String text) {}

    static PlannedItem of(PlanItem item, Caller.Reader reader) {
        return new PlannedItem(
                item.id(),
                item.place(),
                item.revision(),
                item.parent(),
                reader.pick(item.textZh(), item.textEn()),
                item.textZh(),
                item.textEn(),
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
                        .map(m -> new PlannedStep(m.due(), m.percent(), m.text()))
                        .toList(),
                item.depends());
    }
}
