package org.tongquan.compact.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.form.Field;

/// How units and parties are scored in an evaluation (考核).
public record ScoreRule(
        @Field(value = "id", declares = "score-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("points that everybody begins with") BigDecimal base,
        @Field("no score is higher") BigDecimal cap,
        @Field("no score is lower") BigDecimal floor,
        @Field("points for each occasion") List<Points> points,
        @Field("workdays to object to a score") int objectWithin,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {

    /// What points are given or taken for.
    public enum Occasion {
        ON_TIME,
        EARLY,
        LATE,
        COMMENDED,
        CRITICISED,
        RETURNED,
        FALSIFIED
    }

    /// Points for one occasion.
    public record Points(
            @Field("the occasion") Occasion occasion,
            @Field("smallest number of days early or late; 0 when days do not matter") int fromDays,
            @Field("points of a lead unit") BigDecimal lead,
            @Field("points of a cooperating unit") BigDecimal cooperating) {}
}
