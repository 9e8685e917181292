package org.tongquan.compact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;
import org.tongquan.compact.form.FormReader;
import org.tongquan.compact.form.Labelled;

/// A commitment (重点任务): what whom by when.
public record Clause(
        @Field(value = "id, unique in the compact", declares = "commitment") String id,
        @Field("own short wording") Text text,
        @Field("what sort of clause") Kind kind,
        @Field(
                        value = "members that are bound: all, or a list",
                        refers = "party",
                        all = true,
                        required = true)
                List<String> parties,
        @Field(value = "members or counties named only as a place", refers = "place")
                List<String> scope,
        @Field("places outside that the text names") List<String> otherPlaces,
        @Field(
                        value = "units in the lead, `<party>/<unit>`, when the text names them",
                        refers = "responsible")
                List<String> lead,
        @Field(value = "units that cooperate", refers = "responsible") List<String> cooperating,
        @Field("projects, brands and other names of the text") List<String> names,
        @Field("first day") @Nullable LocalDate start,
        @Field(value = "last day, when the text says so", notBefore = "start")
                @Nullable LocalDate deadline,
        @Field("rhythm of a recurring duty") @Nullable Period cycle,
        @Field("measurable targets") List<Indicator> indicators,
        @Field("figures of the text that are no indicator") List<String> figures,
        @Field(value = "field of policy", refers = "category") String category,
        @Field("what it rests on beyond its article") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// What sort of clause it is.
    public enum Kind {
        TASK,
        GOAL,
        MECHANISM,
        PROVISION
    }

    /// A number that is a target or a limit.
    public record Indicator(
            @Field("what is measured") String name,
            @Field("how the value binds") Operator operator,
            @Field("the number") BigDecimal value,
            @Field("unit, for example %, 个百分点, 公里") @Nullable String unit,
            @Field(Field.NOTE) @Nullable String note) {}

    /// How an indicator's value binds.
    public enum Operator implements Labelled {
        AT_LEAST(">="),
        AT_MOST("<="),
        ABOVE(">"),
        BELOW("<"),
        EQUAL("="),
        ABOUT("~");

        private final String label;

        Operator(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// Whether every member is bound.
    public boolean bindsAll() {
        return parties.equals(List.of(FormReader.ALL));
    }
}
