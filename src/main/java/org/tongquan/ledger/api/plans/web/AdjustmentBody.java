package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.conduct.PlanRule;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.rest.Fields;

/// A change asked for in a published plan.
///
/// @param items ids of the items it touches: none to add, one, or several to merge
/// @param texts wordings: of the new item, of each part, of the merged item, of the new target
/// @param commitment that a new item serves
/// @param parties members that a new item binds
/// @param lead lead units of a new item
/// @param deadline of a new item, or the new one
@JsonInclude(JsonInclude.Include.NON_NULL)
record AdjustmentBody(
        @Schema(
                        allowableValues = {
                            "add",
                            "split",
                            "merge",
                            "move-deadline",
                            "change-target",
                            "cancel"
                        })
                String change,
        @Nullable List<String> items,
        @Nullable List<String> texts,
        @Schema(maxLength = 60) @Nullable String commitment,
        @Nullable List<String> parties,
        @Nullable List<String> lead,
        @Nullable LocalDate deadline,
        @Schema(minLength = 1, maxLength = Adjustment.MOST_REASON) String reason) {
    private static final int MOST_ID = 60;
    private static final int MOST_NAMED = 100;

    static String word(PlanRule.Change change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The wish that the fields mean.
    ///
    /// @throws org.tongquan.rest.Rejected with everything that cannot be read
    static Adjustment.Wish read(Fields fields) {
        var words = Arrays.stream(PlanRule.Change.values()).map(AdjustmentBody::word).toList();
        var word = fields.oneOf("change", words);
        var wish =
                new Adjustment.Wish(
                        PlanRule.Change.values()[words.indexOf(word)],
                        fields.texts("items", MOST_NAMED, MOST_ID),
                        fields.texts("texts", Adjustment.MOST_PARTS, PlanItem.MOST_TEXT),
                        fields.text("commitment", 0, MOST_ID),
                        fields.texts("parties", MOST_NAMED, MOST_ID),
                        fields.texts("lead", MOST_NAMED, MOST_ID),
                        fields.dayOrNull("deadline"),
                        fields.text("reason", 1, Adjustment.MOST_REASON));
        fields.throwIfAny();
        return wish;
    }
}
