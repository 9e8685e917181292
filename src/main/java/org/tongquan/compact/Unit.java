package org.tongquan.compact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.calendar.Validity;
import org.tongquan.compact.form.Field;

/// A kind of department. Each party has its own, named `<party>/<unit id>`.
public record Unit(
        @Field(value = "id, unique among the units", declares = "unit") String id,
        @Field("usual name without its place") Text name,
        @Field(value = "short name", key = "short") @Nullable String shortName,
        @Field("other names in documents") List<String> aliases,
        @Field("levels of government that have it; left out means all") List<Level> levels,
        @Field("names that differ by level") @Nullable Names names,
        @Field("a group of departments, no single one") boolean generic,
        @Field("first day it exists") @Nullable LocalDate validFrom,
        @Field(value = "last day it exists", notBefore = "valid-from") @Nullable LocalDate validTo,
        @Field(value = "unit that took over", refers = "unit") @Nullable String successor,
        @Field("what it rests on") @Nullable Basis basis,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// The name on each level where it differs from the usual one.
    public record Names(
            @Field("of the State Council") @Nullable String nation,
            @Field("of a province") @Nullable String province,
            @Field("of a city") @Nullable String city,
            @Field("of a county") @Nullable String county) {

        private @Nullable String at(Level level) {
            return switch (level) {
                case NATION -> nation;
                case PROVINCE -> province;
                case CITY -> city;
                case COUNTY -> county;
            };
        }
    }

    public boolean validOn(LocalDate at) {
        return Validity.covers(validFrom, validTo, at);
    }

    public boolean existsAt(Level level) {
        return levels.isEmpty() || levels.contains(level);
    }

    /// The name on a level; may start with the level's own word (省, 市).
    public String nameAt(Level level) {
        var own = names == null ? null : names.at(level);
        return own == null ? name.zh() : own;
    }
}
