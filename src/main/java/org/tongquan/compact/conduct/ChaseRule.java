package org.tongquan.compact.conduct;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Body;
import org.tongquan.compact.form.Field;

/// How what is due is chased (督办): reminders, the notice, the ladder.
public record ChaseRule(
        @Field(value = "id", declares = "chase-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("days before the due day on which a reminder goes out") List<Integer> remindBefore,
        @Field("days after the due day on which a notice (督办单) is issued") int noticeAfter,
        @Field("workdays to sign for a notice (签收)") int signWithin,
        @Field("workdays to answer a notice (反馈)") int answerWithin,
        @Field("workdays for the office to review an answer (复核); left out: no term")
                @Nullable Integer reviewWithin,
        @Field("workdays to put right what an inspection found") int rectifyWithin,
        @Field("to whom an overdue item goes up, and when") List<Rung> ladder,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {

    /// One step of the ladder.
    public record Rung(
            @Field("days after the due day") int after,
            @Field("the sort of body that is told") Body.Kind to) {}
}
