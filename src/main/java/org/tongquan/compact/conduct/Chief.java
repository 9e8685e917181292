package org.tongquan.compact.conduct;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Text;
import org.tongquan.compact.form.Field;

/// An office-holder who answers for an object: chain, bay, island (链长制、湾长制、岛长制).
public record Chief(
        @Field(value = "id", declares = "chief") String id,
        @Field("what sort of object") Kind kind,
        @Field("the industry chain, bay or island") Text object,
        @Field("the office whose holder is chief; people are named in the ledger") Text post,
        @Field(value = "party of the object", refers = "party") String party,
        @Field("duties") List<Text> duties,
        @Field("rhythm of patrols or visits; left out when no text names one")
                @Nullable Period visits,
        @Field(value = "units that problems are handed to", refers = "responsible")
                List<String> units,
        @Field("workdays to settle a problem; left out: as for what an inspection found")
                @Nullable Integer settleWithin,
        @Field(value = "commitment that it carries out", refers = "commitment")
                @Nullable String commitment,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// What sort of object a chief answers for.
    public enum Kind {
        CHAIN,
        BAY,
        ISLAND,
        RIVER,
        LAKE,
        FOREST
    }
}
