package org.tongquan.compact.conduct;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.form.Field;

/// A dated rule set for the lights.
public record LightRule(
        @Field(value = "id", declares = "light-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("days before the deadline from which an unfinished item is yellow")
                int yellowDaysBefore,
        @Field("percentage points behind the plan that are still green") int behindTolerance,
        @Field("what becomes of the mark of lateness after catching up") LateMark lateMark,
        @Field("the light of an item that missed a milestone; left out: yellow")
                @Nullable Colour missedMilestone,
        @Field("the light of an item behind the path of its indicator; left out: not judged")
                @Nullable Colour behindPath,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {

    /// What becomes of lateness after catching up.
    public enum LateMark {
        /// It stays visible.
        KEEP,
        /// It goes away.
        CLEAR
    }

    /// A light that a rule may set.
    public enum Colour {
        YELLOW,
        RED
    }
}
