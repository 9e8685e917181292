package org.tongquan.compact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;
import org.tongquan.kernel.Power;

/// A body that acts: the conference, its office, the provincial office, a department.
public record Body(
        @Field(value = "id", declares = "body") String id,
        @Field("name") Text name,
        @Field("what sort of body") Kind kind,
        @Field(value = "the party it belongs to; left out for bodies of all", refers = "party")
                @Nullable String party,
        @Field("whose rows it sees: those of all parties or of its own") Sees sees,
        @Field("what it may do") List<Power> powers,
        @Field("other names in documents") List<String> aliases,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// What sort of body it is.
    public enum Kind {
        CONFERENCE,
        OFFICE,
        PROVINCIAL_OFFICE,
        LEADING_GROUP,
        DEPARTMENT,
        GOVERNMENT
    }

    /// Whose rows it sees.
    public enum Sees {
        ALL,
        OWN
    }
}
