package org.tongquan.compact;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// One step of the compact's own procedure, claiming no more than its text says.
public record Procedure(
        @Field(value = "id", declares = "procedure") String id,
        @Field("which step") Step step,
        @Field("name") Text name,
        @Field(value = "body that takes the step", refers = "body") @Nullable String by,
        @Field(value = "body it goes to", refers = "body") @Nullable String to,
        @Field("how often; left out when the text names no rhythm") @Nullable Period cycle,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// The steps a text may name.
    public enum Step {
        REPORT,
        PLAN,
        EXAMINE,
        APPROVE,
        MEET,
        EVALUATE,
        INSPECT
    }
}
