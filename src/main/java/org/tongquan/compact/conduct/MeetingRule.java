package org.tongquan.compact.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Body;
import org.tongquan.compact.Text;
import org.tongquan.compact.form.Field;
import org.tongquan.kernel.Power;

/// How meetings are called and minuted (会议、纪要), and how major matters that are reported outside
/// the rhythm (重大事项报告) are received. Which body meets regularly stands in `procedure`.
public record MeetingRule(
        @Field(value = "id", declares = "meeting-rule") String id,
        @Field("first day it applies") LocalDate validFrom,
        @Field(value = "last day it applies", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field("kinds of meetings") List<Sitting> sittings,
        @Field("workdays to answer an invitation") int answerWithin,
        @Field("workdays after the meeting to confirm its minutes") int minutesWithin,
        @Field("workdays to acknowledge a major matter") int acknowledgeWithin,
        @Field("the same for an urgent one") int acknowledgeUrgentWithin,
        @Field("workdays to settle a major matter once it is acknowledged") int settleWithin,
        @Field("to whom a major matter goes up that nobody acknowledges, and when")
                List<ChaseRule.Rung> ladder,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified)
        implements Dated {

    /// A kind of meeting.
    public record Sitting(
            @Field("word for it, once in the rule") String id,
            @Field("name") Text name,
            @Field("the sort of body that meets") Body.Kind meets,
            @Field("power of the body that calls it") Power calls,
            @Field("power of the body that confirms its minutes") Power confirms) {}

    public Optional<Sitting> sitting(String word) {
        return sittings.stream().filter(s -> s.id().equals(word)).findFirst();
    }
}
