package org.tongquan.compact;

import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// A field of policy that commitments belong to.
public record Category(
        @Field(value = "id", declares = "category") String id,
        @Field("name") Text name,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {}
