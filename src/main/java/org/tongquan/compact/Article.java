package org.tongquan.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// One article of a document and the commitments it holds.
public record Article(
        @Field(value = "id, unique in the compact; gives the order", declares = "article")
                String id,
        @Field(value = "document it stands in", refers = "source") String source,
        @Field("chapter it stands in") @Nullable Chapter chapter,
        @Field("number as printed") @Nullable String number,
        @Field("title") String title,
        @Field("what the article obliges to") List<Clause> commitments,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// A chapter of the document.
    public record Chapter(
            @Field("number as printed") @Nullable String number, @Field("title") String title) {}
}
