package org.tongquan.compact.conduct;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.form.Field;

/// How suggestions of the public (群众建言献策) are dealt with.
public record SuggestionRule(
        @Field(value = "id", declares = "suggestion-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("workdays to look at a suggestion") int moderateWithin,
        @Field("workdays to answer it") int answerWithin,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {}
