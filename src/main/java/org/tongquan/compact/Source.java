package org.tongquan.compact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// A document, as metadata: its text is never kept in a compact.
public record Source(
        @Field(value = "id, referred to by basis and articles", declares = "source") String id,
        @Field("title") String title,
        @Field("document number; left out when unknown") @Nullable String number,
        @Field("who issued it") @Nullable String issuer,
        @Field("date of issue") @Nullable LocalDate issued,
        @Field("official text, press report of it, or a signed agreement") Form form,
        @Field("address of the text") @Nullable String url,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// How the document is known.
    public enum Form {
        OFFICIAL,
        PRESS,
        AGREEMENT
    }
}
