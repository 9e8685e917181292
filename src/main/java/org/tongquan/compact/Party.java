package org.tongquan.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.Validity;
import org.tongquan.compact.form.Field;

/// A city, a county or a partner outside that takes part.
public record Party(
        @Field(value = "code of the region, or an id of its own", declares = "party") String id,
        @Field("name") Text name,
        @Field(value = "short name, without the word for city or county", key = "short")
                @Nullable String shortName,
        @Field("what sort of party") Kind kind,
        @Field("member, or partner without a member's duties") Role role,
        @Field("other names in documents") List<String> aliases,
        @Field("first day of membership") @Nullable LocalDate validFrom,
        @Field(value = "last day of membership", notBefore = "valid-from")
                @Nullable LocalDate validTo,
        @Field("what the membership rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// What sort of party it is.
    public enum Kind {
        CITY,
        COUNTY,
        /// A development zone without a region code of its own.
        AREA,
        OUTSIDE
    }

    /// Members are bound by the commitments; partners only take part.
    public enum Role {
        MEMBER,
        PARTNER
    }

    public boolean validOn(LocalDate at) {
        return Validity.covers(validFrom, validTo, at);
    }

    /// All names that documents call it by, the full name first.
    public List<String> names() {
        return Stream.concat(Stream.of(name.zh(), shortOrName()), aliases.stream())
                .distinct()
                .toList();
    }

    public String shortOrName() {
        return shortName == null ? name.zh() : shortName;
    }
}
