package org.tongquan.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// A closed list of words used by the reader of documents.
public record Words(
        @Field(value = "id", declares = "words") String id,
        @Field(value = "the words", required = true) List<String> list,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {}
