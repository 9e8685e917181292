package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Milestone;
import org.tongquan.rest.Fields;

/// An item as it is to read. A change gives the whole item: what is left out is empty then.
///
/// @param commitment what it serves; left out: it stands for itself
/// @param parties ids of the members it binds
/// @param lead ids of the lead units
/// @param cooperating units with their shares of the work
/// @param responsible the post that answers for it
/// @param weight share in its commitment; left out: 1
/// @param depends ids of items that must be finished first
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanItemBody(
        @Schema(maxLength = 60) @Nullable String commitment,
        @Schema(minLength = 1, maxLength = PlanItem.MOST_TEXT) String textZh,
        @Schema(maxLength = PlanItem.MOST_TEXT) @Nullable String textEn,
        @Schema(maxLength = 60) @Nullable String category,
        LocalDate start,
        LocalDate deadline,
        List<String> parties,
        @Nullable List<String> lead,
        @Nullable List<UnitsWork> cooperating,
        @Schema(maxLength = 60) @Nullable String responsible,
        @Schema(minimum = "1", maximum = "100") @Nullable Integer weight,
        @Nullable List<Stage> milestones,
        @Nullable List<String> depends) {
    private static final int MOST_ID = 60;
    private static final int MOST_UNITS = 100;
    private static final int MOST_WORK = 300;

    /// A cooperating unit and what it does.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitsWork(String unit, @Nullable String work) {}

    /// What is to stand by a day; left out `text` is empty.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stage(LocalDate due, int percent, @Nullable String text) {}

    /// The item that the fields mean.
    ///
    /// @param revision the one that it was read at, 0 for a new item
    /// @throws org.tongquan.rest.Rejected with everything that cannot be read
    static PlanItem read(Fields fields, String id, int place, int revision) {
        var item =
                new PlanItem(
                        id,
                        place,
                        revision,
                        fields.text("commitment", 0, MOST_ID),
                        fields.text("textZh", 1, PlanItem.MOST_TEXT),
                        fields.text("textEn", 0, PlanItem.MOST_TEXT),
                        fields.text("category", 0, MOST_ID),
                        fields.day("start"),
                        fields.day("deadline"),
                        fields.texts("parties", MOST_UNITS, MOST_ID),
                        fields.texts("lead", MOST_UNITS, MOST_ID),
                        fields.objects("cooperating", MOST_UNITS, PlanItemBody::share),
                        fields.text("responsible", 0, MOST_ID),
                        fields.wholeOr("weight", 1, PlanItem.MOST_WEIGHT, 1),
                        fields.objects(
                                "milestones", PlanItem.MOST_MILESTONES, PlanItemBody::milestone),
                        fields.texts("depends", Planning.MOST_ITEMS, MOST_ID));
        fields.throwIfAny();
        return item;
    }

    private static PlanItem.Share share(Fields fields) {
        return new PlanItem.Share(
                fields.text("unit", 1, MOST_ID), fields.text("work", 0, MOST_WORK));
    }

    private static Milestone milestone(Fields fields) {
        return new Milestone(
                fields.day("due"),
                fields.whole("percent", 1, Duty.DONE),
                fields.text("text", 0, PlanItem.MOST_TEXT));
    }
}
