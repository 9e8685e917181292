package org.tongquan.compact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.Validity;
import org.tongquan.compact.form.Field;

/// A place with its code, valid for a time: codes change when counties become districts.
public record Region(
        @Field("six digits after GB/T 2260") String code,
        @Field("name in Chinese") String name,
        @Field("name in English") @Nullable String en,
        @Field(value = "short name", key = "short") @Nullable String shortName,
        @Field("level of government") Level level,
        @Field(value = "code of the place it belongs to", refers = "region")
                @Nullable String parent,
        @Field("first day of this entry") @Nullable LocalDate validFrom,
        @Field(value = "last day of this entry", notBefore = "valid-from")
                @Nullable LocalDate validTo,
        @Field(value = "code that followed", refers = "region") @Nullable String successor,
        @Field("other names in documents") List<String> aliases,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    public boolean validOn(LocalDate at) {
        return Validity.covers(validFrom, validTo, at);
    }
}
