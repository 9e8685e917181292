package org.tongquan.compact;

import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// What a clause rests on: a document and the place in it. A note alone says that no document
/// states it.
public record Basis(
        @Field(value = "id of a source", refers = "source") @Nullable String source,
        @Field("article as the document numbers it") @Nullable String article,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {}
