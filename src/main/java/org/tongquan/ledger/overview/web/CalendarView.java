package org.tongquan.ledger.overview.web;

import java.util.List;
import org.tongquan.site.Option;

/// A month, Monday first.
///
/// @param before address of the month before, `after` of the one after
/// @param today address of the current month
/// @param chosen a day to show whole, empty for none
public record CalendarView(
        List<Option> parties,
        String party,
        String title,
        String month,
        String before,
        String after,
        List<List<Day>> weeks,
        int entries,
        String chosen,
        List<Item> ofDay) {
    /// @param inMonth false for the days that fill the first and last week
    /// @param rest whether nobody works on it
    public record Day(
            String date,
            int number,
            String weekday,
            boolean inMonth,
            boolean today,
            boolean rest,
            List<Item> items,
            int more,
            String href) {}

    /// @param kind `deadline`, `milestone` or `term`
    public record Item(String kind, String light, String text, String sub, String href) {}
}
