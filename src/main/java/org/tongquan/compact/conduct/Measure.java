package org.tongquan.compact.conduct;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Clause;
import org.tongquan.compact.Text;
import org.tongquan.compact.form.Field;

/// An indicator (指标): what is measured, from which base, along which path.
public record Measure(
        @Field(value = "id", declares = "indicator") String id,
        @Field("name") Text name,
        @Field("unit, for example %, 亿元, 公里") String unit,
        @Field("what sort of series its values make") Series series,
        @Field("decimals it is shown with") int decimals,
        @Field(value = "members measured: all, or a list", refers = "party", all = true)
                List<String> parties,
        @Field(value = "commitment it belongs to", refers = "commitment")
                @Nullable String commitment,
        @Field("value it starts from") @Nullable Point base,
        @Field("what is to be reached by when; none for what is only watched") List<Aim> targets,
        @Field(value = "indicator it must outdo, for relative targets", refers = "indicator")
                @Nullable String outdoes,
        @Field("whether less is better") boolean downwards,
        @Field("whether the members' values must not be added up, whatever the series")
                boolean apart,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// What sort of series the values make; decides what may be summed.
    public enum Series {
        /// A stock at the end of a period: never summed over time, summed over cities.
        STOCK,
        /// What happened in a period: summed over time and cities.
        FLOW,
        /// A running total since the base: the last value counts, never summed over time.
        CUMULATIVE,
        /// Growth against a period before, in per cent: never summed.
        GROWTH,
        /// A share or rate in per cent; changes are percentage points. Never summed.
        SHARE
    }

    /// A value on a day.
    public record Point(
            @Field("last day of the period") LocalDate on, @Field("value") BigDecimal value) {}

    /// A target.
    public record Aim(
            @Field("last day; none where the text sets none") @Nullable LocalDate by,
            @Field("how the value binds") Clause.Operator operator,
            @Field("the value") BigDecimal value,
            @Field("what it rests on") @Nullable Basis basis) {}
}
