package org.tongquan.compact.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// What one notice arranged. A year may have a notice and its correction; for one day the entry
/// issued last counts. A notice may name days of the year before: all are read together.
public record CalendarYear(
        @Field("year of the notice") int year,
        @Field("date of the notice; a correction carries a later one") @Nullable LocalDate issued,
        @Field("the notice; left out when the year is not announced") @Nullable Notice notice,
        @Field("not announced yet: statutory days only") boolean provisional,
        @Field("days off, and days worked although a weekend") List<Day> days,
        @Field(Field.NOTE) @Nullable String note,
        @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {

    /// The document that arranged the year.
    public record Notice(
            @Field("document number") @Nullable String number,
            @Field("id in the address of the document") @Nullable String urlId,
            @Field(Field.NOTE) @Nullable String note,
            @Field(value = Field.VERIFIED, otherwise = true) boolean verified) {}

    /// One day named by the notice.
    public record Day(
            @Field("the day") LocalDate date,
            @Field("holiday it belongs to") @Nullable String name,
            @Field(value = "true: day off; false: worked", required = true) boolean rest) {}
}
